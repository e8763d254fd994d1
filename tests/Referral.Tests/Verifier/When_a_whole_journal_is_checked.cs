using Referral.Verifier;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier;

public class When_a_whole_journal_is_checked
{
    [Fact]
    public void nothing_is_found_and_everything_is_counted()
    {
        var report = JournalUnderTest.Whole().Check();

        report.Findings.ShouldBeEmpty();
        report.Whole.ShouldBeTrue();
        (report.Entries, report.Chains, report.Checkpoints, report.UnsealedTail).ShouldBe((11, 3, 4, 2));
    }

    [Fact]
    public void an_empty_one_is_whole_too()
    {
        var journal = new JournalUnderTest();

        journal.Check().Whole.ShouldBeTrue();
    }

    [Fact]
    public void a_kind_that_promises_no_record_may_name_one_that_is_not_on_file()
    {
        var journal = new JournalUnderTest();
        var entry = JournalEntry.After(ChainHead.Start("border"), DateTimeOffset.UnixEpoch, "unreadable",
            [new(JournalFormat.LetterSha256, new string('a', 64))]);
        journal.Entries.Add(new(1, "border", 1, entry.Previous, entry.Text, entry.Hash, null));

        journal.Check().Whole.ShouldBeTrue();
    }

    [Fact]
    public void the_copy_held_abroad_agrees()
    {
        var journal = JournalUnderTest.Whole();
        journal.Witnessed.Add(new("YY", 3, CheckpointFormat.Hash(journal.Checkpoints[2].Jws)));

        journal.Check().Whole.ShouldBeTrue();
    }
}
