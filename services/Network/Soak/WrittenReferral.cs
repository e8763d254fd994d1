using Referral.Contracts.Desk;
using Referral.Network.Play;

namespace Referral.Network.Soak;

/// <summary>
/// One referral as a source of letters. It is opened like any other; then the host asks for verification
/// again and again, several letters in flight, and the origin answers that nothing is certain yet, which is
/// always allowed to be asked and answered anew.
/// </summary>
internal sealed class WrittenReferral(
    RunningNetwork network, Pair pair, Pace pace, Action<int> wrote)
{
    /// <summary>Requests after which a new referral is opened: an answer lists all letters.</summary>
    private const int RequestsMax = 30;

    private const string Request = "VerificationRequested";
    private const string Answer = "VerificationResult";
    private const string Uncertain = "INCONCLUSIVE";

    /// <summary>The gateway's number for: not at this stage. The request has not arrived yet.</summary>
    private const string NotAtThisStage = "REF-2101";

    private static readonly TimeSpan AnswerPause = TimeSpan.FromMilliseconds(300);

    private static readonly PlaySettings Settings = new()
    {
        AnswerLimit = TimeSpan.FromSeconds(15),
        Persistence = TimeSpan.FromMinutes(45),
        SettleLimit = TimeSpan.FromMinutes(45),
    };

    private string _hostCase = "";
    private string _referral = "";
    private string _day = "";

    /// <summary>Opens it with the sample case. A sentence where something does not hold.</summary>
    public async Task<string?> Open(CancellationToken enough)
    {
        await pace.Next(enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (enough.IsCancellationRequested) return null;
        var file = pair.Opening();
        _day = file.Events[^1].Date;
        using var play = new CasePlay(file, network, Settings);
        var report = await play.Run().ConfigureAwait(false);
        wrote(report.Sent.Sum(sent => sent.Letters.Count));
        (_hostCase, _referral) = (report.HostCase ?? "", report.Referral ?? "");
        return report.Problems.Count > 0 ? report.Problems[0]
            : report.Refusals.Count > 0 ? Sentence(report.Refusals[0])
            : report.NotPlayed.Count > 0 ? $"{report.NotPlayed[0].Event} was not played." : null;
    }

    /// <summary>Writes from both sides until it has enough letters or the token is cancelled.</summary>
    public async Task<string?> Write(CancellationToken enough)
    {
        if (_referral.Length == 0) return null;
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(enough);
        using var host = new Door(network.Of(pair.Host), Settings);
        using var origin = new Door(network.Of(pair.Origin), Settings);
        var answers = AnswerAll(origin, asked.Token);
        var problem = await AskAll(host, enough).ConfigureAwait(false);
        await asked.CancelAsync().ConfigureAwait(false);
        return problem ?? await answers.ConfigureAwait(false);
    }

    private async Task<string?> AskAll(Door host, CancellationToken enough)
    {
        var (first, second) = (host.Officers.PreparerOf("host", Request),
            host.Officers.For("host", Request, seat: 2));
        for (var count = 0; count < RequestsMax && await Turn(enough).ConfigureAwait(false); count++)
        {
            var prepare = new PrepareLetterRequest
            {
                CommandId = PlayTable.NewCommand(), Case = _hostCase, Kinds = { "M03" },
            };
            var draft = await host.Ask(first, Request, (door, options) =>
                door.PrepareLetterAsync(prepare, options)).ConfigureAwait(false);
            var no = draft.Refusal
                ?? await Release(host, second, _hostCase, draft.Given!.Revision).ConfigureAwait(false);
            if (no is not null) return Sentence(no);
        }
        return null;
    }

    private async Task<string?> AnswerAll(Door origin, CancellationToken enough)
    {
        var (first, second) = (origin.Officers.For("origin", Answer),
            origin.Officers.For("origin", Answer, seat: 2));
        // A turn that ended in "not yet" is still this side's to use.
        for (var kept = false; kept ? !enough.IsCancellationRequested
            : await Turn(enough).ConfigureAwait(false); )
        {
            kept = false;
            var answer = new AnswerNationalityRequest
            {
                CommandId = PlayTable.NewCommand(), Case = _referral, Result = Uncertain, HappenedOn = _day,
            };
            var draft = await origin.Ask(first, Answer, (door, options) =>
                door.AnswerNationalityAsync(answer, options)).ConfigureAwait(false);
            if (draft.Refusal?.Code == NotAtThisStage)
            {
                await Task.Delay(AnswerPause, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                kept = true;
                continue;
            }
            var no = draft.Refusal
                ?? await Release(origin, second, _referral, draft.Given!.Revision).ConfigureAwait(false);
            if (no is not null) return Sentence(no);
        }
        return null;
    }

    private async Task<PlayRefusal?> Release(Door door, Officer officer, string number, uint revision)
    {
        var release = new ReleaseLetterRequest
        {
            CommandId = PlayTable.NewCommand(), Case = number, HappenedOn = _day, DraftRevision = revision,
        };
        var released = await door.Ask(officer, "release", (cases, options) =>
            cases.ReleaseLetterAsync(release, options)).ConfigureAwait(false);
        if (!released.Refused) wrote(1);
        return released.Refusal;
    }

    private async Task<bool> Turn(CancellationToken enough)
    {
        await pace.Next(enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !enough.IsCancellationRequested;
    }

    private static string Sentence(PlayRefusal no) => $"{no.What} was refused by {no.Country}: {no.Code}.";
}
