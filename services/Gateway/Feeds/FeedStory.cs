using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Feeds;

/// <summary>What an entry of the journal is for one subscriber: class P1 only, under its pseudonym.</summary>
internal sealed class FeedStory(Steps steps, Pseudonyms pseudonyms)
{
    /// <summary>Cases remembered; what is asked of them never changes.</summary>
    private const int RememberedMax = 10_000;

    private readonly ConcurrentDictionary<Guid, (string Side, string Other)> _cases = new();

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
        var row = await steps.Read(async step =>
            await step.Db.Cases.FindAsync(entry.CaseId) is { } found && await step.StateOf(found) is not null
            && await OpenCase.By(step, found, caller, reads: true) is not null ? found : null);
        return row is null || await Of(entry, caller.Post) is not { } status ? null : (status, row);
    }
}
