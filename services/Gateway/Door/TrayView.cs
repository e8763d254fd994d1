using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>
/// Open tasks of the caller's post, oldest first. Tasks belong to posts; whoever holds the post sees them.
/// </summary>
internal static class TrayView
{
    private const string What = "tray";

    public static async Task<Decision<Tray>> Of(
        Step step, ListTrayRequest request, Caller caller, CallerTokens tokens)
    {
        var size = PagePlace.Size(request.PageSize);
        var place = PagePlace.Read(tokens, caller, What, request.PageToken);
        if (place.Refused)
        {
            return place.Refusal;
        }

        var (at, skip) = place.Outcome;
        var tasks = await Page(step, caller.Post, at, skip, size + 1);
        var shown = tasks.Take(size).ToList();
        var tray = new Tray
        {
            NextPageToken = tasks.Count <= size ? ""
                : place.Outcome.After([.. shown.Select(line => line.Task.OpenedAt)])
                    .Seal(tokens, caller, What),
        };
        tray.Tasks.Add(shown.Select(line => View(line, caller.Language, MayKnowTheCase(caller))));
        return tray;
    }

    // In one question: what is hers and what she only sees are each read along an index, as far as the page
    // goes and no further, however many tasks were done before.
    private static Task<List<Line>> Page(Step step, string post, DateTimeOffset at, int skip, int size)
    {
        var open = step.Db.Tasks.AsNoTracking().Where(t => t.DoneAt == null && t.OpenedAt >= at);
        var page = Oldest(
                Oldest(open.Where(t => t.Post == post)).Take(skip + size)
                    .Concat(Oldest(open.Where(t => t.ViewerPost == post && t.Post != post))
                        .Take(skip + size)))
            .Skip(skip).Take(size);
        return page.Join(step.Db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { Task = t, Case = c })
            .OrderBy(line => line.Task.OpenedAt).ThenBy(line => line.Task.Id)
            .Select(line => new Line(line.Task, line.Case.LocalNumber, line.Case.Referral)).ToListAsync();
    }

    private static IQueryable<TaskRow> Oldest(IQueryable<TaskRow> tasks) =>
        tasks.OrderBy(t => t.OpenedAt).ThenBy(t => t.Id);

    // A translator's task names no case: it is known by its own id (role table, P1 "-").
    private static bool MayKnowTheCase(Caller caller) =>
        caller.Roles.Any(role => RoleBook.Shipped.Sees(role, "P1"));

    private static TaskView View(Line line, string language, bool named) => new()
    {
        TaskId = line.Task.Id.ToString("D"),
        Task = FieldViews.LabelOf("task", line.Task.Kind, language),
        Case = named ? line.LocalNumber : "",
        Referral = named ? line.Referral ?? "" : "",
        Post = line.Task.Post,
        OpenedAt = Timestamp.FromDateTimeOffset(line.Task.OpenedAt),
        DueOn = line.Task.DueOn ?? "",
        LetterId = named ? line.Task.LetterId ?? "" : "",
        CaseName = named ? CaseNames.Of(line.LocalNumber) : "",
    };

    private sealed record Line(TaskRow Task, string LocalNumber, string? Referral);
}
