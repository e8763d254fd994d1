using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>The names a case is found by: sealed with the case's key, and their keys hashed beside.</summary>
internal sealed partial class Step
{
    /// <summary>Name of the sealed part that holds the card.</summary>
    public const string NameCardPart = "search";

    private readonly Dictionary<Guid, Dictionary<long, SearchKeyRow>> _searchKeys = [];

    /// <summary>Has the cards of these cases at hand, asked for in one question.</summary>
    public async Task LoadNameCards(IReadOnlyCollection<Guid> ids)
    {
        await LoadParts(ids, [NameCardPart]);
        foreach (var id in ids.Where(id => _withoutPart.Contains((id, NameCardPart))))
        {
            // A case without a card has no keys either.
            _searchKeys.TryAdd(id, []);
        }
    }

    public async Task<NameCard> NameCard(CaseRow row) =>
        await ReadPart<NameCard>(row, NameCardPart) ?? Search.NameCard.Empty;

    /// <summary>Writes the card and its keys anew; those no name has any more go.</summary>
    public async Task WriteNameCard(CaseRow row, NameCard card)
    {
        await WritePart(row, NameCardPart, card);
        await WriteSearchKeys(row, card);
    }

    /// <summary>Writes the keys of a card anew, and leaves the card as it is.</summary>
    public async Task WriteSearchKeys(CaseRow row, NameCard card)
    {
        if (!_searchKeys.TryGetValue(row.Id, out var held))
        {
            held = await db.SearchKeys.Where(k => k.CaseId == row.Id).ToDictionaryAsync(k => k.Key);
            _searchKeys[row.Id] = held;
        }

        var wanted = SearchHashes.Of(identity.Keys.GatewayKey, card).ToHashSet();
        foreach (var key in held.Values)
        {
            Keep(key, wanted.Contains(key.Key));
        }

        foreach (var key in wanted.Where(key => !held.ContainsKey(key)))
        {
            held[key] = new SearchKeyRow { Key = key, CaseId = row.Id };
            db.SearchKeys.Add(held[key]);
        }
    }

    // Several letters of one pouch may change the names: a key that went may come back before it is saved.
    private void Keep(SearchKeyRow key, bool wanted)
    {
        var entry = db.Entry(key);
        entry.State = (wanted, entry.State) switch
        {
            (true, EntityState.Deleted) => EntityState.Unchanged,
            (true, EntityState.Detached) => EntityState.Added,
            (false, EntityState.Added) => EntityState.Detached,
            (false, EntityState.Unchanged) => EntityState.Deleted,
            _ => entry.State,
        };
    }
}
