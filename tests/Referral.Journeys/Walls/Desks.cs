using Referral.Contracts.Desk;
using Referral.Network;
using Referral.Network.Play;

namespace Referral.Journeys.Walls;

/// <summary>
/// Officers of both sides, asking through the doors with practice accounts. A refusal ends the test.
/// </summary>
internal sealed class Desks(RunningNetwork network) : IDisposable
{
    private const string Day = "2025-07-22";

    private readonly Door _host = new(network.Of(WallCase.Host), new PlaySettings());
    private readonly Door _origin = new(network.Of(WallCase.Origin), new PlaySettings());

    public async Task<Tray> LaosTray() => Given(await _origin.Ask(_origin.Officers.AtDesk(), "tray",
        (door, options) => door.ListTrayAsync(new(), options)));

    public async Task<Timeline> ThailandsTimeline(string number) => Given(await _host.Ask(
        _host.Officers.CaseManagerSeat(), "timeline",
        (door, options) => door.GetTimelineAsync(new() { Case = number }, options)));

    /// <summary>An officer of Laos acknowledges: M02.</summary>
    public async Task<LetterView> Acknowledge(string referral) => Given(await _origin.Ask(
        _origin.Officers.AtDesk(), "Acknowledged", (door, options) => door.AcknowledgeAsync(new()
        {
            CommandId = Command(), Case = referral, HappenedOn = Day, NationalReference = "PRACTICE-WALLS",
        }, options))).Letters.Single();

    /// <summary>
    /// One officer of Thailand prepares M03, another releases it. Gives the letter written last.
    /// </summary>
    public async Task<LetterView> AskForVerification(string number)
    {
        var first = _host.Officers.PreparerOf("host", "VerificationRequested");
        var draft = Given(await _host.Ask(first, "M03", (door, options) => door.PrepareLetterAsync(
            new() { CommandId = Command(), Case = number, Kinds = { "M03" } }, options)));
        var second = _host.Officers.For("host", "VerificationRequested", seat: 2);
        var request = new ReleaseLetterRequest
        {
            CommandId = Command(), Case = number, HappenedOn = Day, DraftRevision = draft.Revision,
        };
        var released = Given(await _host.Ask(
            second, "release", (door, options) => door.ReleaseLetterAsync(request, options)));
        return released.Letters.Where(one => one.Kind.Code == "M03").MaxBy(one => one.Number)!;
    }

    public async Task Withdraw(string number, string letterId) => Given(await _host.Ask(
        _host.Officers.For("ledger", "LetterWithdrawn"), "withdraw",
        (door, options) => door.WithdrawLetterAsync(
            new() { CommandId = Command(), Case = number, LetterId = letterId }, options)));

    public void Dispose()
    {
        _host.Dispose();
        _origin.Dispose();
    }

    private static string Command() => Guid.CreateVersion7().ToString();

    private static T Given<T>(Answer<T> answer) => answer.Refused
        ? throw new InvalidOperationException($"{answer.Refusal.Country}: {answer.Refusal.English}")
        : answer.Given;
}
