using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>The names a case is found by: sealed with the case's key, and their keys hashed beside.</summary>
internal sealed partial class Step
{
    /// <summary>Name of the sealed part that holds the card.</summary>
    public const string NameCardPart = "search";

    private readonly Dictionary<Guid, KeysOfCase> _searchKeys = [];

    /// <summary>
    /// Has the cards of these cases at hand, and who is kept out of them, asked for in one question.
    /// </summary>
    public async Task LoadNameCards(IReadOnlyCollection<Guid> ids)
    {
        await LoadParts(ids, [NameCardPart, ExceptionsPart]);
        foreach (var id in ids.Where(id => _withoutPart.Contains((id, NameCardPart))))
        {
            // A case without a card has no keys either.
            _searchKeys.TryAdd(id, new([]));
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
        if (!_searchKeys.TryGetValue(row.Id, out var keys))
        {
            keys = new([.. await db.SearchKeys.AsNoTracking().Where(k => k.CaseId == row.Id)
                .Select(k => k.Key).ToListAsync()]);
            _searchKeys[row.Id] = keys;
        }

        keys.Wanted = SearchHashes.Of(identity.Keys.GatewayKey, card).ToHashSet();
    }

    // Several letters of one pouch may change the names: the last word counts.
    private async Task SaveSearchKeys()
    {
        foreach (var (id, keys) in _searchKeys)
        {
            if (keys.Wanted is not { } wanted)
            {
                continue;
            }

            var gone = keys.Stored.Except(wanted).ToList();
            if (gone.Count > 0)
            {
                await db.SearchKeys.Where(k => k.CaseId == id && gone.Contains(k.Key)).ExecuteDeleteAsync();
            }

            foreach (var key in wanted.Except(keys.Stored))
            {
                _appended.Add(new SearchKeyRow { Key = key, CaseId = id });
            }

            (keys.Stored, keys.Wanted) = (wanted, null);
        }
    }

    private sealed class KeysOfCase(HashSet<long> stored)
    {
        /// <summary>Keys as the table has them.</summary>
        public HashSet<long> Stored { get; set; } = stored;

        /// <summary>Keys as it shall have them; null where nothing changes.</summary>
        public HashSet<long>? Wanted { get; set; }
    }
}
