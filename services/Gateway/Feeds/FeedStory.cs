using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Feeds;

/// <summary>What an entry of the journal is for one subscriber: class P1 only, under its pseudonym.</summary>
internal sealed class FeedStory(
    Steps steps, FeedTail tail, Pseudonyms pseudonyms, GatewayIdentity identity, TimeProvider clock)
{
    /// <summary>Cases remembered; what is asked of them never changes.</summary>
    private const int RememberedMax = 10_000;

    private static readonly TimeSpan SeenFor = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, (string Side, string Other)> _cases = new();
    private readonly Lock _asking = new();
    private (Guid CaseId, long Head, DateTimeOffset Until, Task<CaseSeen?> Seen) _last;

    /// <summary>Null where the case is gone.</summary>
    public async Task<StatusEvent?> Of(FeedEntry entry, string subscriber)
    {
        if (!_cases.TryGetValue(entry.CaseId, out var one))
        {
            var row = await steps.Read(async step => await step.Db.Cases.FindAsync(entry.CaseId));
            if (row is null)
            {
                return null;
            }

            if (_cases.Count >= RememberedMax)
            {
                _cases.Clear();
            }

            one = _cases[entry.CaseId] = (row.Side, row.Other);
        }

        return new StatusEvent
        {
            EventId = pseudonyms.OfEvent(subscriber, entry.Row),
            Subject = pseudonyms.OfCase(subscriber, entry.CaseId),
            Kind = entry.Kind,
            Stage = entry.Stage,
            At = Timestamp.FromDateTimeOffset(entry.At),
            Side = one.Side,
            Other = one.Other,
        };
    }

    /// <summary>The same with the case, for a caller who may open it; null for any other.</summary>
    public async Task<(StatusEvent Status, CaseRow Row)?> OfCase(FeedEntry entry, Caller caller)
    {
        if (await Seen(entry.CaseId) is not { } seen)
        {
            return null;
        }

        var may = OpenCase.Known(seen.Exceptions, seen.Row, caller, identity.Country, clock.GetUtcNow())
            ?? await steps.Read(async step =>
                await OpenCase.By(step, seen.Row, caller, reads: true) is not null);
        return may && await Of(entry, caller.Post) is { } status ? (status, seen.Row) : null;
    }

    // A thousand watchers come to an entry together, and one asks for all. Whoever is excluded or let in
    // stands in the case's journal: while no further entry is known, what was read still holds, and for no
    // longer than a second even where the journal cannot be read.
    private Task<CaseSeen?> Seen(Guid caseId)
    {
        lock (_asking)
        {
            var (head, now) = (tail.Head, clock.GetUtcNow());
            if (_last.Seen is null || (_last.CaseId, _last.Head) != (caseId, head) || now > _last.Until
                || _last.Seen.IsFaulted)
            {
                _last = (caseId, head, now + SeenFor, steps.Read(async step =>
                    await step.Db.Cases.FindAsync(caseId) is { } row && await step.StateOf(row) is not null
                        ? new CaseSeen(row, await step.Exceptions(row)) : null));
            }

            return _last.Seen;
        }
    }

    private sealed record CaseSeen(CaseRow Row, Exceptions Exceptions);
}
