using Referral.Contracts.Letters;
using Referral.Network.Play;

namespace Referral.Journeys.Walls;

/// <summary>The steps, in their order.</summary>
internal sealed partial class WallStory
{
    private async Task Release()
    {
        // Nobody delivers the notice yet, so the play does not wait for its receipt.
        using var play = new CasePlay(
            WallCase.File(), network.Running, new PlaySettings { SettleLimit = TimeSpan.Zero });
        var report = await play.Run();
        if (report.Refusals.Count > 0) throw new InvalidOperationException(report.Refusals[0].English);
        _report = report;
        _taken = await network.Held.Next(WallCase.Host, "letter X", one => Carries(one, LetterId));
    }

    private async Task Forge()
    {
        Forgeries = new Forger(folder, _taken!).All();
        foreach (var one in Forgeries) await network.Put(one.Pouch, one.Into, WallCase.Forger);
        try
        {
            await Patience.Until("every forgery in a journal", () => Forgeries.All(IsJournalled));
        }
        finally
        {
            _forged = await Look();
        }
    }

    private async Task DeliverThrice()
    {
        await network.PutAndKill(_taken!.Sealed, WallCase.Host, Answered);
        await Answered();
        await network.Put(_taken.Sealed, WallCase.Origin, WallCase.Host);
        await Answered();
        Answers = [.. network.Held.All.Where(one => one.Sealed.From == WallCase.Origin)
            .SelectMany(one => one.About(LetterId))];
        _delivered = await Look();
    }

    private async Task Settle()
    {
        await Forward(network.Held.All.Where(one => one.About(LetterId).Any()));
        await Patience.Until("X settled in Thailand",
            () => Tables.Of(folder, WallCase.Host).LetterOut(LetterId).Has("settled_at"));
        _settled = await Look();
    }

    private async Task WithdrawAndWriteAgain()
    {
        // The receipt for M02 stays in flight: a country's outbox has one pouch in flight, so letter 2 stays
        // home.
        network.Confirm(false);
        using var desks = new Desks(network.Running);
        var acknowledged = await desks.Acknowledge(_report!.Referral!);
        await Forward([await network.Held.Next(
            WallCase.Origin, "M02", one => Carries(one, acknowledged.LetterId))]);
        var inFlight = await network.Held.Next(
            WallCase.Host, "a receipt for M02", one => one.About(acknowledged.LetterId).Any());
        var second = await desks.AskForVerification(_report.HostCase!);
        _unleft = await Look();
        await desks.Withdraw(_report.HostCase!, second.LetterId);
        network.Confirm(true);
        await network.Put(inFlight.Sealed, WallCase.Origin, WallCase.Host);
        Requests = (second.LetterId, "");
        _void = await network.Held.Next(WallCase.Host, "the void", one => one.Letters.Any(IsVoid));
        Requests = (second.LetterId, (await desks.AskForVerification(_report.HostCase!)).LetterId);
    }

    private async Task TakeEffect()
    {
        // A carrier may bring the later pouch first.
        var third = await network.Held.Next(WallCase.Host, "letter 3", one => Carries(one, Requests.Third));
        await network.Put(third.Sealed, WallCase.Origin, WallCase.Host);
        await Patience.Until("letter 3 in Laos", () => Arrived(Requests.Third));
        _waiting = await Look();
        await network.Put(_void!.Sealed, WallCase.Origin, WallCase.Host);
        var last = await network.Held.Next(WallCase.Origin, "the receipt for letter 3 in effect",
            one => one.About(Requests.Third).Any(r => r.Receipt.Outcomes.Any(InEffect)));
        await Forward([last]);
        await Patience.Until("nothing due in Thailand",
            () => Tables.Of(folder, WallCase.Host).LettersOut.All(row => !row.Has("due_at")));
        _end = await Look();
    }

    private bool InEffect(Outcome outcome) =>
        outcome.LetterId == Requests.Third && outcome.State == RemState.Delivery;

    // The pouch with the receipt is taken, so the next answer is another one.
    private async Task Answered()
    {
        await network.Held.Next(WallCase.Origin, "a receipt for X", one => one.About(LetterId).Any());
        await Patience.Until("no receipt owed", () => Tables.Of(folder, WallCase.Origin).OwedReceipts
            .All(row => row.Text("country") != WallCase.Host));
    }

    private async Task Forward(IEnumerable<HeldPouch> pouches)
    {
        foreach (var one in pouches) await network.Put(one.Sealed, WallCase.Host, WallCase.Origin);
    }

    private bool IsJournalled(Forgery one) =>
        Tables.Of(folder, one.Into).Journal.Count(one.IsIn) >= Forgeries.Count(one.LooksLike);

    private bool Arrived(string letterId) =>
        Tables.Of(folder, WallCase.Origin).LettersIn.Any(row => row.Text("letter_id") == letterId);

    private static bool Carries(HeldPouch pouch, string letterId) =>
        pouch.Letters.Any(letter => letter.Head.LetterId == letterId);

    private static bool IsVoid(Letter letter) => letter.BodyCase == Letter.BodyOneofCase.Void;
}
