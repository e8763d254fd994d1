using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>
/// Plays a case file through the gRPC doors of its two gateways, event by event, with practice accounts. It
/// knows nothing that an officer would not know. What a later version brings is listed as not played, never
/// passed over.
/// </summary>
public sealed class CasePlay : IDisposable
{
    private delegate Task<PlayRefusal?> Act(PlayTable table, CaseEvent one);

    private static readonly IReadOnlyDictionary<(string Saga, string Event), Act> Acts =
        new Dictionary<(string, string), Act>
        {
            [("host", "PresumedVictimRegistered")] = Intake.Register,
            [("host", "ScreeningDone")] = RecordedEvents.Record,
            [("host", "IdentifiedAsVictim")] = RecordedEvents.Identify,
            [("host", "NotAVictim")] = RecordedEvents.Record,
            [("host", "RightsExplained")] = RecordedEvents.Record,
            [("host", "GuardianAppointed")] = RecordedEvents.Record,
            [("host", "AgeDecided")] = RecordedEvents.Record,
            [("host", "PersonChangesMind")] = RecordedEvents.Record,
            [("host", RecordedEvents.Protection)] = RecordedEvents.Record,
            [("host", "ConsentToNotify")] = Consents.Record,
            [("host", "ConsentRefused")] = Consents.Record,
            [("host", "ConsentWithdrawn")] = Consents.Record,
            [("ledger", "ConsentRecorded")] = Consents.Record,
            [("ledger", "ConsentWithdrawn")] = Consents.Record,
            [("host", "RoutedViaMFA")] = RecordedEvents.Route,
            [("host", "NoInstrument")] = Notice.WaitAtNote,
            [("host", "NoticeReleased")] = Notice.Release,
            [("origin", "Acknowledged")] = Acknowledgement.Acknowledge,
            [("origin", "AssignedToVerification")] = RecordedEvents.Record,
            [("origin", "VerificationResult")] = NationalityAnswer.Give,
        };

    private readonly PlayTable _table;

    public CasePlay(CaseFile file, RunningNetwork network, PlaySettings settings) =>
        _table = new(file, new Door(network.Of(file.Host), settings),
            new Door(network.Of(file.Origin), settings), settings);

    /// <summary>Plays the whole file once. Faults of a gateway are thrown as NetworkFault.</summary>
    public async Task<PlayReport> Run()
    {
        foreach (var one in _table.File.Events)
        {
            if (WhyNot(one) is { } why)
            {
                _table.Report.Add(new NotPlayed(one.Date, one.Side, one.Saga, one.Event, why));
                continue;
            }
            var no = await Acts[(one.Saga, one.Event)](_table, one).ConfigureAwait(false)
                ?? await Hold(one).ConfigureAwait(false);
            if (no is not null) _table.Report.Add(no);
        }
        return _table.Report;
    }

    /// <summary>What both sides see now; the origin's is null when nothing reached it.</summary>
    public async Task<(SideView Host, SideView? Origin)?> Look()
    {
        if (_table.Report.HostCase is null) return null;
        var host = await Look(_table.Host, _table.Host.Officers.CaseManagerSeat()).ConfigureAwait(false)
            ?? throw new NetworkFault(
                $"{_table.Host.Country} does not show its own case to its case manager.");
        if (_table.Report.Referral is null) return (host, null);
        var reader = _table.Origin.Officers.AtDesk(_table.AddressedPost);
        var origin = await Look(_table.Origin, reader).ConfigureAwait(false);
        if (origin is null) return (host, null);

        // A desk officer sees codes and no names of others; what arrived is all there for the case manager.
        var whole = await Look(_table.Origin, _table.Origin.Officers.CaseManagerSeat()).ConfigureAwait(false);
        return (host,
            origin with { FieldsHeld = [.. (whole ?? origin).Case.Fields.Select(field => field.Key)] });
    }

    public void Dispose() => _table.Dispose();

    private string? WhyNot(CaseEvent one)
    {
        var report = _table.Report;
        if (report.Problems.Count > 0) return "a letter before it is not settled";
        if (report.WaitsAtNote) return "the case waits at the draft of its note verbale";
        if (report.Refusals.Count > 0) return "the gateway refused something before it";
        if (!Acts.ContainsKey((one.Saga, one.Event)))
            return one.Saga is "host" or "origin"
                ? "this event comes with a later version"
                : $"the conversation '{one.Saga}' comes with a later version";
        if (report.HostCase is null && one.Event != "PresumedVictimRegistered")
            return "no case was registered at the host";
        if (one.Saga == "origin" && report.Referral is null) return "no letter has reached the origin";
        if (report.Referral is not null
            && (one.Saga == "ledger" || one.Event.StartsWith("Consent", StringComparison.Ordinal)))
            return "a consent that changes after the first letter travels in a letter of a later version";
        return null;
    }

    // A hold beside protection has its own letters, which come later; it is listed.
    private async Task<PlayRefusal?> Hold(CaseEvent one)
    {
        if (one.Hold is null || one.Event == RecordedEvents.Protection) return null;
        if (one.Hold == "PROTECTION") return await RecordedEvents.Hold(_table, one).ConfigureAwait(false);
        _table.Report.Add(new NotPlayed(
            one.Date, one.Side, one.Saga, $"{one.Event}, hold {one.Hold}",
            "this hold comes with a later version"));
        return null;
    }

    private async Task<SideView?> Look(Door door, Officer officer)
    {
        var number = _table.CaseAt(door);
        var folder = await door.Ask(officer, "folder", (cases, options) =>
            cases.GetCaseAsync(new() { Case = number }, options)).ConfigureAwait(false);
        var timeline = await door.Ask(officer, "timeline", (cases, options) =>
            cases.GetTimelineAsync(new() { Case = number }, options)).ConfigureAwait(false);
        if (folder.Refused || timeline.Refused)
        {
            // Where a letter did not come through, that there is no case is told already.
            if (_table.Report.Problems.Count == 0) _table.Report.Add((folder.Refusal ?? timeline.Refusal)!);
            return null;
        }
        return new(door.Country, officer, folder.Given, timeline.Given);
    }
}
