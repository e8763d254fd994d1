using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile.Rendering;

namespace Referral.Gateway.Door;

/// <summary>
/// Open tasks of the caller's post, oldest first. Tasks belong to posts; whoever holds the post sees them.
/// </summary>
internal static class TrayView
{
    /// <summary>Tasks a page, 1 to 200.</summary>
    public const int PageTasksMax = 200;

    public const int PageTasksDefault = 50;

    private const string What = "tray";

    public static async Task<Decision<Tray>> Of(
        Step step, ListTrayRequest request, Caller caller, CallerTokens tokens)
    {
        var size = request.PageSize == 0 ? PageTasksDefault : (int)Math.Min(request.PageSize, PageTasksMax);
        var place = PagePlace.Read(tokens, caller, What, request.PageToken);
        if (place.Refused)
        {
            return place.Refusal;
        }

        var (at, skip) = place.Outcome;
        var tasks = await step.Db.Tasks.AsNoTracking()
            .Where(t => t.DoneAt == null && (t.Post == caller.Post || t.ViewerPost == caller.Post)
                && t.OpenedAt >= at)
            .OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Skip(skip).Take(size + 1).ToListAsync();
        var ids = tasks.Select(t => t.CaseId).Distinct().ToList();
        var cases = await step.Db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id);
        var shown = tasks.Take(size).ToList();
        var tray = new Tray
        {
            NextPageToken = tasks.Count <= size ? ""
                : place.Outcome.After([.. shown.Select(t => t.OpenedAt)]).Seal(tokens, caller, What),
        };
        tray.Tasks.Add(shown.Select(t => new TaskView
        {
            TaskId = t.Id.ToString("D"),
            Task = FieldViews.LabelOf("task", t.Kind, caller.Language),
            Case = cases[t.CaseId].LocalNumber,
            Referral = cases[t.CaseId].Referral ?? "",
            Post = t.Post,
            OpenedAt = Timestamp.FromDateTimeOffset(t.OpenedAt),
            DueOn = t.DueOn ?? "",
            LetterId = t.LetterId ?? "",
            CaseName = CaseNames.Of(cases[t.CaseId].LocalNumber),
        }));
        return tray;
    }
}
