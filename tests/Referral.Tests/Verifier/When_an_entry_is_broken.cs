using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Referral.Verifier;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier;

public class When_an_entry_is_broken
{
    private readonly JournalUnderTest journal = JournalUnderTest.Whole();

    [Property(MaxTest = 500)]
    public void any_single_flipped_byte_of_any_text_is_found(
        NonNegativeInt entry, NonNegativeInt at, byte flip)
    {
        var whole = JournalUnderTest.Whole();
        var index = entry.Get % whole.Entries.Count;
        var old = whole.Entries[index];
        var text = old.Text.ToArray();
        text[at.Get % text.Length] ^= flip == 0 ? (byte)1 : flip;
        whole.Entries[index] = old with { Text = text };

        Names(whole.Check(), Refusals.EntryBroken, old.Chain, old.Number);
    }

    [Fact]
    public void a_flipped_byte_is_one_broken_entry_and_the_checkpoint_over_it()
    {
        journal.Change("a", 3, one => one with { Text = Encoding.UTF8.GetBytes("{}") });

        var found = journal.Check().Findings;

        found.Select(one => (one.Code, one.Chain, one.Number)).ShouldBe([
            (Refusals.EntryBroken, "a", 3), (Refusals.CheckpointBroken, Finding.CheckpointChain, 2)]);
        found[0].What.ShouldBe("Entry 3 of chain a: its text does not give the hash that is stored with it.");
    }

    [Fact]
    public void one_rewritten_with_its_hash_is_named_by_the_entry_after_it()
    {
        journal.Change("a", 2, one => Rewritten(one));

        var first = Names(journal.Check(), Refusals.EntryBroken, "a", 2);
        first.What.ShouldBe("Entry 2 of chain a: its text does not give the hash that entry 3 builds on.");
    }

    [Fact]
    public void one_rewritten_at_the_end_of_its_chain_is_found_by_its_checkpoint()
    {
        journal.Change("b", 3, one => Rewritten(one));

        Names(journal.Check(), Refusals.CheckpointBroken, Finding.CheckpointChain, 4)
            .What.ShouldContain("the 2 entries in rows 107 to 108");
    }

    [Fact]
    public void one_removed_in_the_middle_is_named()
    {
        journal.Entries.RemoveAt(journal.IndexOf("a", 3));

        Names(journal.Check(), Refusals.EntryBroken, "a", 3).What.ShouldContain("missing");
    }

    [Fact]
    public void the_first_one_removed_is_named()
    {
        journal.Entries.RemoveAt(journal.IndexOf("b", 1));

        Names(journal.Check(), Refusals.EntryBroken, "b", 1);
    }

    [Fact]
    public void the_last_sealed_one_removed_is_found_by_its_checkpoint()
    {
        journal.Entries.RemoveAt(journal.IndexOf("b", 3));

        Names(journal.Check(), Refusals.CheckpointBroken, Finding.CheckpointChain, 4);
    }

    [Fact]
    public void two_rows_swapped_in_one_chain_are_named()
    {
        var (one, other) = (journal.IndexOf("a", 3), journal.IndexOf("a", 4));
        (journal.Entries[one], journal.Entries[other]) = (journal.Entries[other], journal.Entries[one]);

        var report = journal.Check();
        Names(report, Refusals.EntryBroken, "a", 3);
        report.Findings.Where(found => found.Code == Refusals.EntryBroken)
            .ShouldAllBe(found => found.Number == 3);
    }

    [Fact]
    public void two_texts_swapped_are_both_named()
    {
        var first = journal.Entries[journal.IndexOf("a", 3)];
        var second = journal.Entries[journal.IndexOf("a", 4)];
        journal.Change("a", 3, one => one with { Text = second.Text });
        journal.Change("a", 4, one => one with { Text = first.Text });

        journal.Check().Findings.Take(2).Select(one => one.Number).ShouldBe([3, 4]);
    }

    [Fact]
    public void a_changed_hash_column_is_the_one_finding()
    {
        journal.Change("a", 3, one => one with { Hash = new byte[32] });

        Names(journal.Check(), Refusals.EntryBroken, "a", 3);
        journal.Check().Findings.Count.ShouldBe(1);
    }

    [Fact]
    public void a_changed_link_is_told_apart_from_a_changed_text()
    {
        journal.Change("a", 3, one => one with { Previous = new byte[32] });

        Names(journal.Check(), Refusals.EntryBroken, "a", 3).What.ShouldContain("says it builds on");
    }

    [Fact]
    public void a_link_of_another_length_is_found()
    {
        journal.Change("a", 3, one => one with
        {
            Previous = one.Previous[..31],
            Text = [one.Previous[31], .. one.Text],
        });

        Names(journal.Check(), Refusals.EntryBroken, "a", 3);
    }

    [Fact]
    public void one_moved_to_another_chain_is_named()
    {
        journal.Change("b", 3, one => one with { Chain = "c", Number = 1 });

        Names(journal.Check(), Refusals.EntryBroken, "c", 1);
    }

    [Fact]
    public void a_text_with_a_member_twice_is_refused()
    {
        var text = Encoding.UTF8.GetBytes("""{"chain":"c","number":1,"at":"","kind":"k","a":"1","a":"2"}""");
        var before = JournalFormat.Genesis("c");
        journal.Entries.Add(new(500, "c", 1, before, text, JournalFormat.Hash(before, text), null));

        Names(journal.Check(), Refusals.EntryBroken, "c", 1).What.ShouldContain("not written as");
    }

    [Fact]
    public void a_record_that_is_not_on_file_is_named()
    {
        var text = Encoding.UTF8.GetString(journal.Entries[journal.IndexOf("border", 1)].Text);
        var hash = text.Split('"').Single(part => part.Length == 64);
        journal.Records.Remove(hash).ShouldBeTrue();

        Names(journal.Check(), Refusals.RecordMissing, "border", 1)
            .What.ShouldBe($"Entry 1 of chain border: it names receipt {hash} that is not on file.");
    }

    private static StoredEntry Rewritten(StoredEntry one)
    {
        var text = JournalFormat.WriteText(one.Chain, one.Number, DateTimeOffset.UnixEpoch, "other", []);
        return one with { Text = text, Hash = JournalFormat.Hash(one.Previous, text) };
    }

    private static Finding Names(JournalReport report, string code, string chain, long number)
    {
        var first = report.Findings[0];
        (first.Code, first.Chain, first.Number).ShouldBe((code, chain, number));
        return first;
    }
}
