using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>
/// Cases that a post may open, newest first: an embassy those of the country it works in, others all. A case
/// that no saga knows yet is not shown.
/// </summary>
internal static class CaseListView
{
    private const string What = "cases";

    public static async Task<Decision<CaseList>> Of(
        Step step, ListCasesRequest request, Caller caller, CallerTokens tokens)
    {
        var size = PagePlace.Size(request.PageSize);
        var place = PagePlace.Read(tokens, caller, What, request.PageToken);
        if (place.Refused)
        {
            return place.Refusal;
        }

        var post = step.Identity.Country.Posts.FirstOrDefault(p => p.Id == caller.Post);
        if (post is null)
        {
            return Refusal.Of(WhoMay.PostMayNot, ("post", caller.Post));
        }

        var rows = await Page(step, place.Outcome, size + 1, post.AccreditedTo);
        var shown = rows.Take(size).ToList();
        var list = new CaseList
        {
            NextPageToken = rows.Count <= size ? ""
                : place.Outcome.After([.. shown.Select(c => c.OpenedAt)]).Seal(tokens, caller, What),
        };
        await step.LoadStates(shown);
        foreach (var row in shown)
        {
            if (await step.StateOf(row) is { } state)
            {
                list.Cases.Add(Line(row, state, caller.Language));
            }
        }

        return list;
    }

    private static Task<List<CaseRow>> Page(Step step, PagePlace place, int size, string? other)
    {
        var all = step.Db.Cases.AsNoTracking();
        all = place.At == DateTimeOffset.MinValue ? all : all.Where(c => c.OpenedAt <= place.At);

        // Each half is read along an index, as far as the page goes and no further.
        var rows = other is null ? all
            : Newest(all.Where(c => c.Host == step.Us && c.Origin == other)).Take(place.Skip + size)
                .Concat(Newest(all.Where(c => c.Host == other && c.Origin == step.Us))
                    .Take(place.Skip + size));
        return Newest(rows).Skip(place.Skip).Take(size).ToListAsync();
    }

    private static IQueryable<CaseRow> Newest(IQueryable<CaseRow> rows) =>
        rows.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id);

    private static CaseLine Line(CaseRow row, ICaseState state, string language)
    {
        var status = Holds.ShownOutside(state);
        return new CaseLine
        {
            Name = CaseNames.Of(row.LocalNumber),
            Case = row.LocalNumber,
            Referral = row.Referral ?? "",
            Side = row.Side,
            Other = row.Other,
            Status = FieldViews.LabelOf(status == state.Stage ? "stage" : "hold", status, language),
            OpenedAt = Timestamp.FromDateTimeOffset(row.OpenedAt),
        };
    }
}
