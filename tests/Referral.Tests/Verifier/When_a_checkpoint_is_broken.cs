using System.Security.Cryptography;
using Referral.Verifier;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier;

public class When_a_checkpoint_is_broken
{
    private readonly JournalUnderTest journal = JournalUnderTest.Whole();

    [Fact]
    public void one_forged_with_another_key_is_named()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        journal.Checkpoints[1] = new(2, journal.Sign(2, other));

        Only(Refusals.SignatureBroken, 2).What.ShouldBe("Checkpoint 2: its signature does not hold.");
    }

    [Fact]
    public void one_with_an_unknown_kid_is_named()
    {
        journal.Checkpoints[1] = new(2, journal.Sign(2, JournalUnderTest.Key, kid: "xx-9"));

        Only(Refusals.SignatureBroken, 2);
    }

    [Fact]
    public void one_of_another_country_is_named()
    {
        journal.Checkpoints[3] = new(4, journal.Sign(4, JournalUnderTest.Key, country: "YY"));

        Only(Refusals.CheckpointBroken, 4);
    }

    [Fact]
    public void one_signed_again_is_named_by_the_one_after_it()
    {
        journal.Checkpoints[1] = new(2, journal.Sign(2, JournalUnderTest.Key));

        Only(Refusals.CheckpointBroken, 2).What.ShouldContain("not the one that checkpoint 3 builds on");
    }

    [Fact]
    public void one_dropped_in_the_middle_is_named()
    {
        journal.Checkpoints.RemoveAt(1);

        Only(Refusals.CheckpointBroken, 2).What.ShouldContain("missing, though 3 entries are assigned to it");
    }

    [Fact]
    public void an_empty_one_dropped_is_named()
    {
        journal.Checkpoints.RemoveAt(2);

        Only(Refusals.CheckpointBroken, 3);
    }

    [Fact]
    public void the_last_one_dropped_is_named_by_the_entries_assigned_to_it()
    {
        journal.Checkpoints.RemoveAt(3);

        Only(Refusals.CheckpointBroken, 4);
    }

    [Fact]
    public void one_that_stands_twice_is_named()
    {
        journal.Checkpoints.Insert(2, journal.Checkpoints[1]);

        Only(Refusals.CheckpointBroken, 2);
    }

    [Fact]
    public void a_row_that_names_an_absurd_checkpoint_is_found_at_once()
    {
        journal.Change("a", 5, one => one with { Checkpoint = long.MaxValue });

        journal.Check().Findings.ShouldContain(one => one.Number == long.MaxValue);
    }

    [Fact]
    public void an_entry_that_lost_its_checkpoint_is_named()
    {
        journal.Change("a", 3, one => one with { Checkpoint = null });

        var first = journal.Check().Findings[0];
        (first.Code, first.Chain, first.Number).ShouldBe((Refusals.CheckpointBroken, "a", 3));
    }

    [Fact]
    public void an_entry_moved_to_another_checkpoint_breaks_both()
    {
        journal.Change("a", 4, one => one with { Checkpoint = 4 });

        journal.Check().Findings.Select(one => one.Number).ShouldBe([2, 4]);
    }

    [Fact]
    public void a_journal_cut_back_and_sealed_anew_does_not_match_abroad()
    {
        journal.Witnessed.Add(new("YY", 4, CheckpointFormat.Hash(journal.Checkpoints[3].Jws)));
        journal.Checkpoints[3] = new(4, journal.Sign(4, JournalUnderTest.Key));

        Only(Refusals.CheckpointBroken, 4).What.ShouldContain("not the one that YY holds");
    }

    [Fact]
    public void a_journal_restored_from_a_backup_ends_before_what_is_held_abroad()
    {
        journal.Witnessed.Add(new("YY", 5, new byte[32]));

        Only(Refusals.CheckpointBroken, 5).What.ShouldContain("here the checkpoints end with 4");
    }

    [Fact]
    public void those_under_a_revoked_key_are_named_unless_one_under_a_key_that_counts_builds_on_them()
    {
        journal.Revoked.Add(JournalUnderTest.Kid);
        Only(Refusals.SignatureBroken, 1).What.ShouldContain("its key was revoked since");

        var next = journal.Sign(5, JournalUnderTest.NextKey, kid: JournalUnderTest.NextKid);
        journal.Checkpoints.Add(new(5, next));
        journal.Check().Whole.ShouldBeTrue();

        journal.Checkpoints.Add(new(6, journal.Sign(6, JournalUnderTest.Key)));
        Only(Refusals.SignatureBroken, 6);
    }

    [Fact]
    public void more_findings_than_anybody_reads_are_counted_not_listed()
    {
        for (var row = 1; row <= JournalReport.FindingsMax + 5; row++)
            journal.Entries.Add(new(row, $"x{row}", 1, [], [], [], null));

        var report = journal.Check();

        (report.Findings.Count, report.FindingsNotListed).ShouldBe((JournalReport.FindingsMax, 5));
    }

    private Finding Only(string code, long number)
    {
        var found = journal.Check().Findings.ShouldHaveSingleItem();
        (found.Code, found.Chain, found.Number).ShouldBe((code, Finding.CheckpointChain, number));
        return found;
    }
}
