using System.Diagnostics;
using Referral.Contracts.Desk;
using Referral.Network;
using Referral.Network.Play;
using Referral.Network.Soak;

namespace Referral.Journeys.Kills;

/// <summary>
/// One referral whose host asks for verification again and again: each request (M03) is one letter's way,
/// from the officer's release to the last word about its receipt.
/// </summary>
internal sealed class OneLetterAtATime : IDisposable
{
    private const string Request = "VerificationRequested";
    private const string Open = "SELECT count(*) FROM letters_out WHERE settled_at IS NULL";
    private const string Owed = "SELECT count(*) FROM owed_receipts";

    /// <summary>Looks in a row at which nothing may have happened, for the way to be over.</summary>
    private const int QuietLooks = 12;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly Pair Two = new(KilledNetwork.Sender, KilledNetwork.Receiver);

    private static readonly PlaySettings Patient = new()
    {
        AnswerLimit = TimeSpan.FromSeconds(15), Persistence = TimeSpan.FromMinutes(5),
        SettleLimit = TimeSpan.FromMinutes(5),
    };

    private readonly KilledNetwork _network;
    private readonly Door _host;
    private string _case = "";
    private string _day = "";

    public OneLetterAtATime(KilledNetwork network) =>
        (_network, _host) = (network, new(network.Running.Of(KilledNetwork.Sender), Patient));

    /// <summary>Letters that doors acknowledged.</summary>
    public int Written { get; private set; }

    /// <summary>Opens the referral with the sample case.</summary>
    public async Task Begin()
    {
        var file = Two.Opening();
        using var play = new CasePlay(file, _network.Running, Patient);
        var report = await play.Run();
        if (report.Problems.Count + report.Refusals.Count + report.NotPlayed.Count > 0)
            throw new InvalidOperationException("The sample case was not played.");
        (_case, _day) = (report.HostCase!, file.Events[^1].Date);
        Written += report.Sent.Sum(sent => sent.Letters.Count);
    }

    /// <summary>A draft, ready to be released: with the release the letter's way begins.</summary>
    public async Task<ReleaseLetterRequest> Prepare()
    {
        var draft = Given(await _host.Ask(_host.Officers.PreparerOf("host", Request), Request,
            (door, options) => door.PrepareLetterAsync(
                new() { CommandId = PlayTable.NewCommand(), Case = _case, Kinds = { "M03" } }, options)));
        await Quiet();
        return new()
        {
            CommandId = PlayTable.NewCommand(), Case = _case, HappenedOn = _day,
            DraftRevision = draft.Revision,
        };
    }

    /// <summary>Releases it; asked again with the same command id until it is answered.</summary>
    public async Task Release(ReleaseLetterRequest release)
    {
        Given(await _host.Ask(_host.Officers.For("host", Request, seat: 2), "release",
            (door, options) => door.ReleaseLetterAsync(release, options)));
        Written++;
    }

    /// <summary>Returns when every letter is settled and nothing is under way any more.</summary>
    public async Task Quiet()
    {
        var watch = Stopwatch.StartNew();
        for (var (quiet, before) = (0, -1); quiet < QuietLooks; quiet++)
        {
            if (watch.Elapsed > Limit) throw new TimeoutException("Letters under way did not come to rest.");
            await Task.Delay(Look);
            var now = _network.Gates.Values.Sum(gate => gate.Events);
            if (now != before || await UnderWay() > 0) quiet = 0;
            before = now;
        }
    }

    public void Dispose() => _host.Dispose();

    private async Task<long> UnderWay() =>
        await _network.Number(KilledNetwork.Sender, Open)
        + await _network.Number(KilledNetwork.Receiver, Open)
        + await _network.Number(KilledNetwork.Sender, Owed)
        + await _network.Number(KilledNetwork.Receiver, Owed);

    private static T Given<T>(Answer<T> answer) => answer.Refused
        ? throw new InvalidOperationException($"{answer.Refusal.Country}: {answer.Refusal.Code}")
        : answer.Given;
}
