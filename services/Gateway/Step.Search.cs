using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>The names a case is found by: sealed with the case's key, and their keys hashed beside.</summary>
internal sealed partial class Step
{
    /// <summary>Name of the sealed part that holds the card.</summary>
    public const string NameCardPart = "search";

    public async Task<NameCard> NameCard(CaseRow row) =>
        await ReadPart<NameCard>(row, NameCardPart) ?? Search.NameCard.Empty;

    /// <summary>Writes the card and its keys anew; those no name has any more go.</summary>
    public async Task WriteNameCard(CaseRow row, NameCard card)
    {
        await WritePart(row, NameCardPart, card);
        await db.SearchKeys.Where(k => k.CaseId == row.Id).LoadAsync();
        var held = db.ChangeTracker.Entries<SearchKeyRow>().Where(e => e.Entity.CaseId == row.Id)
            .ToDictionary(e => e.Entity.Key);
        var wanted = SearchHashes.Of(identity.Keys.GatewayKey, card.Names).ToHashSet();
        foreach (var (key, entry) in held)
        {
            // Several letters of one pouch may change the names: what is not saved yet is only tracked.
            entry.State = (wanted.Contains(key), entry.State) switch
            {
                (true, EntityState.Deleted) => EntityState.Unchanged,
                (false, EntityState.Added) => EntityState.Detached,
                (false, _) => EntityState.Deleted,
                _ => entry.State,
            };
        }

        wanted.ExceptWith(held.Keys);
        db.SearchKeys.AddRange(wanted.Select(key => new SearchKeyRow { Key = key, CaseId = row.Id }));
    }
}
