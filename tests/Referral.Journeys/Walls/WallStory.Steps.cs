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
        var acknowledged = (await desks.Acknowledge(_report!.Referral!)).LetterId;
        var answer = await network.Held.Next(WallCase.Origin, "M02", one => Carries(one, acknowledged));
        var inFlight = await ReceiptInFlight(answer);
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
        await ForwardReceipt(Requests.Third);
        _end = await Look();
    }

    // Letters 4 and 5 are written, then 4 is withdrawn: its void is written last and lies behind 5.
    private async Task WithdrawBehindAnother()
    {
        network.Confirm(false);
        using var desks = new Desks(network.Running);
        var answer = network.Held.All.Last(one => one.Letters.Any(letter => letter.Head.Kind == "M02"));
        await ReceiptInFlight(answer);
        var fourth = await desks.AskForVerification(_report!.HostCase!);
        var fifth = await desks.AskForVerification(_report.HostCase!);
        await desks.Withdraw(_report.HostCase!, fourth.LetterId);
        network.Confirm(true);
        Together = await network.Held.Next(WallCase.Host, "letter 5", one => Carries(one, fifth.LetterId));
        await network.Put(Together.Sealed, WallCase.Origin, WallCase.Host);
        await ForwardReceipt(fifth.LetterId);
        _both = await Look();
    }

    // Thailand answers M02, once more where it came before, and does not hear that its answer was taken.
    private async Task<HeldPouch> ReceiptInFlight(HeldPouch answer)
    {
        await Forward([answer]);
        return await network.Held.Next(WallCase.Host, "a receipt for M02",
            one => one.About(answer.Letters[0].Head.LetterId).Any());
    }

    private async Task ForwardReceipt(string letterId)
    {
        await Forward([await network.Held.Next(WallCase.Origin, "the receipt for a letter in effect",
            one => one.About(letterId).SelectMany(signed => signed.Receipt.Outcomes)
                .Any(outcome => outcome.LetterId == letterId && outcome.State == RemState.Delivery))]);
        await Patience.Until("nothing due in Thailand",
            () => Tables.Of(folder, WallCase.Host).LettersOut.All(row => !row.Has("due_at")));
    }

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
