using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>The names a case is found by: sealed with the case's key, and their keys hashed beside.</summary>
internal sealed partial class Step
{
    private const string NameCardPart = "search";

    public async Task<NameCard> NameCard(CaseRow row) =>
        await ReadPart<NameCard>(row, NameCardPart) ?? Search.NameCard.Empty;

    /// <summary>Writes the card and its keys anew; those no name has any more go.</summary>
    public async Task WriteNameCard(CaseRow row, NameCard card)
    {
        await WritePart(row, NameCardPart, card);
        var wanted = SearchHashes.Of(identity.Keys.GatewayKey, card.Names).ToHashSet();
        var held = await db.SearchKeys.Where(k => k.CaseId == row.Id).ToListAsync();
        db.SearchKeys.RemoveRange(held.Where(k => !wanted.Contains(k.Key)));
        wanted.ExceptWith(held.Select(k => k.Key));
        db.SearchKeys.AddRange(wanted.Select(key => new SearchKeyRow { Key = key, CaseId = row.Id }));
    }
}
