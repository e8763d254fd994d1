using System.Diagnostics;
using Referral.Contracts.Letters;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Walls;

/// <summary>
/// What must be true after each step of the story. Two carriers run the same tests, so they stand in a class
/// that both inherit, as xUnit has it.
/// </summary>
public abstract class Walls
{
    private const long Written = (long)RemState.SubmissionAcceptance;
    private const long Withdrawn = (long)RemState.SubmissionRejection;
    private const long Held = (long)RemState.RelayAcceptance;
    private const long InEffect = (long)RemState.Delivery;

    private protected abstract WallStory Story { get; }

    [Fact]
    public void no_forgery_settles_thailands_letter()
    {
        var letter = Story.Forged.Thailand.LetterOut(Story.LetterId);
        letter.Has("due_at").ShouldBeTrue("it is still due");
        letter.Number("state").ShouldBe(Written);
        letter.Has("settled_at").ShouldBeFalse();
        var shown = Story.Forged.Timeline.Letters.Single(one => one.LetterId == Story.LetterId);
        shown.SettledAt.ShouldBeNull();
        shown.Number.ShouldBe(1u);
    }

    [Fact]
    public void number_one_stays_free_in_laos()
    {
        Story.Forged.Laos.LettersIn.ShouldNotContain(row => row.Text("sender") == WallCase.Host);
        Story.Forged.Laos.Cases.ShouldBeEmpty();
        Story.Forged.Laos.OriginCases.ShouldBeEmpty();
    }

    [Fact]
    public void every_forgery_is_journalled_where_it_came()
    {
        _ = Story.Forged;
        Story.Forgeries.Count.ShouldBe(9);
        foreach (var one in Story.Forgeries)
        {
            var journal = one.Into == WallCase.Host ? Story.Forged.Thailand : Story.Forged.Laos;
            var entries = journal.Journal.Where(one.IsIn).ToList();
            entries.Count.ShouldBe(Story.Forgeries.Count(one.LooksLike), one.Name);
            entries.ShouldAllBe(entry => entry.Chain == "border");
        }
    }

    [Fact]
    public void no_task_stands_in_a_tray_of_laos()
    {
        Story.Forged.Laos.Tasks.ShouldBeEmpty();
        Story.Forged.LaosTray.ShouldBe(0);
    }

    [Fact]
    public void three_deliveries_around_a_kill_have_one_effect()
    {
        var laos = Story.Delivered.Laos;
        var arrived = laos.LettersIn.Where(row => row.Text("sender") == WallCase.Host).ShouldHaveSingleItem();
        arrived.Text("letter_id").ShouldBe(Story.LetterId);
        arrived.Number("state").ShouldBe(InEffect);
        laos.OriginCases.ShouldHaveSingleItem().Text("stage").ShouldBe("Arrived");
        laos.Cases.ShouldHaveSingleItem().Number("next_in").ShouldBe(2);
        laos.Tasks.ShouldHaveSingleItem().Text("kind").ShouldBe("ACKNOWLEDGE");
        laos.Entries("letter-admitted").ShouldHaveSingleItem();
        Story.Delivered.LaosTray.ShouldBe(1);
    }

    [Fact]
    public void each_delivery_is_answered_delivered_with_the_same_receipt()
    {
        _ = Story.Delivered;
        Story.Answers.Count.ShouldBe(3);
        Story.Answers.Select(one => one.Jws).Distinct().ShouldHaveSingleItem();
        Story.Answers[0].Receipt.Outcomes.ShouldHaveSingleItem().State.ShouldBe(RemState.Delivery);
    }

    [Fact]
    public void the_letter_is_settled_by_laoss_receipt_alone_and_its_hash_stands_in_both_journals()
    {
        Story.Delivered.Thailand.LetterOut(Story.LetterId).Has("due_at").ShouldBeTrue("no receipt came yet");

        var letter = Story.Settled.Thailand.LetterOut(Story.LetterId);
        var hash = letter.Text("sha256")!;
        letter.Number("state").ShouldBe(InEffect);
        letter.Has("due_at").ShouldBeFalse();
        letter.Text("receipt_id").ShouldBe(Story.Answers[0].Receipt.ReceiptId);
        Convert.ToHexStringLower(Story.Answers[0].Receipt.Outcomes[0].LetterSha256.Span).ShouldBe(hash);
        Story.Settled.Thailand.Entries("receipt-received").ShouldHaveSingleItem()
            .Says("letter_sha256", hash).ShouldBeTrue();
        Story.Settled.Laos.Entries("letter-admitted").ShouldHaveSingleItem()
            .Says("letter_sha256", hash).ShouldBeTrue();
        Story.Settled.Laos.Entries("receipt-sent").Count(entry => entry.Says("letter_sha256", hash)
            && entry.Says("receipt_id", Story.Answers[0].Receipt.ReceiptId)).ShouldBe(1);
    }

    [Fact]
    public void a_letter_withdrawn_before_it_left_leaves_a_void_at_its_number()
    {
        Story.Unleft.Thailand.LettersOut.Single(row => row.Number("number") == 2)
            .Has("left_at").ShouldBeFalse();

        var second = Story.End.Thailand.LetterOut(Story.Requests.Second);
        second.Number("state").ShouldBe(Withdrawn);
        second.Has("left_at").ShouldBeFalse();
        second.Has("due_at").ShouldBeFalse();
        Story.End.Thailand.LettersOut.Where(row => row.Number("number") == 2 && row.Text("kind") == "VOID")
            .ShouldHaveSingleItem().Number("state").ShouldBe(InEffect);
        Story.End.Thailand.LetterOut(Story.Requests.Third).Number("number").ShouldBe(3);
        Story.End.Thailand.LetterOut(Story.Requests.Third).Number("state").ShouldBe(InEffect);
    }

    [Fact]
    public void letter_three_waits_for_the_void_and_takes_effect_behind_it()
    {
        Story.Waiting.Laos.LettersIn.Single(row => row.Text("letter_id") == Story.Requests.Third)
            .Number("state").ShouldBe(Held);
        Story.Waiting.Laos.Tasks.ShouldNotContain(row => row.Text("kind") == "VERIFY_NATIONALITY");

        Story.End.Laos.Entries("letter-admitted").Select(entry =>
            (entry.Values["letter_number"], entry.Values["letter_kind"]))
            .ShouldBe([("1", "M01"), ("2", "VOID"), ("3", "M03")]);
        Story.End.Laos.Tasks.Where(row => row.Text("kind") == "VERIFY_NATIONALITY").ShouldHaveSingleItem();
        Story.End.Laos.LettersIn.ShouldNotContain(row => row.Text("letter_id") == Story.Requests.Second);
    }

    [Fact]
    public void a_void_behind_the_next_letter_in_one_pouch_takes_effect_before_it()
    {
        var both = Story.Both;
        Story.Together!.Letters.Select(letter => (letter.Head.Number, letter.Head.Kind))
            .ShouldBe([(5u, "M03"), (4u, "VOID")]);
        both.Laos.Entries("letter-admitted").Skip(3).Select(entry =>
            (entry.Values["letter_number"], entry.Values["letter_kind"]))
            .ShouldBe([("4", "VOID"), ("5", "M03")]);
        both.Laos.LettersIn.Where(row => row.Text("sender") == WallCase.Host)
            .ShouldAllBe(row => row.Number("state") == InEffect);
    }

    [Fact]
    public async Task the_journals_of_all_four_are_whole()
    {
        _ = Story.Both;
        using var verify = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "referral.dll"), "verify", Story.Folder },
            RedirectStandardOutput = true,
        })!;
        var said = await verify.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.WaitForExitAsync(TestContext.Current.CancellationToken);
        verify.ExitCode.ShouldBe(0, said);
        foreach (var country in Network.Members.Codes) said.ShouldContain($"{country}  whole");
    }
}

/// <summary>One story at a time: each runs four gateways, and a busy machine would make it wait.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneStory
{
    public const string Name = "one story of the walls";
}
