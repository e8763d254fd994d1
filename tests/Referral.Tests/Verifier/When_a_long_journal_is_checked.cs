using Referral.Verifier;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier;

/// <summary>Runs alone: it weighs the memory of the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone, weighing memory";
}

[Collection(Alone.Name)]
public class When_a_long_journal_is_checked
{
    [Fact]
    public void a_hundred_thousand_entries_leave_memory_flat()
    {
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        long atEnd = 0;

        var report = JournalCheck.Run(new()
        {
            Country = "XX",
            Entries = Endless(100_000, () => atEnd = GC.GetTotalMemory(true)),
            Checkpoints = [],
            KeyOf = _ => null,
            RecordsHeld = new HashSet<string>(),
        });

        report.UnsealedTail.ShouldBe(100_000);
        report.Whole.ShouldBeTrue();
        (atEnd - before).ShouldBeLessThan(8_000_000);
    }

    private static IEnumerable<StoredEntry> Endless(int count, Action atEnd)
    {
        var head = ChainHead.Start("border");
        for (var row = 1; row <= count; row++)
        {
            var entry = JournalEntry.After(head, DateTimeOffset.UnixEpoch, "unreadable", []);
            head = entry.Head;
            yield return new(row, entry.Chain, entry.Number, entry.Previous, entry.Text, entry.Hash, null);
        }
        atEnd();
    }
}
