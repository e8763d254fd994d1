using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Access;

/// <summary>
/// Work of an excluded post goes to the home desk: what is open when it is excluded, and what a step opens
/// later. Nothing is said of why.
/// </summary>
internal static class ExcludedPosts
{
    private const string HomeDesk = "HOME_DESK";

    /// <summary>Called with each step before it is saved.</summary>
    public static async Task Reroute(Step step)
    {
        if (step.Opened.Count == 0)
        {
            return;
        }

        // One look for all of a pouch; nearly always there is none.
        await step.LoadExceptions([.. step.Opened.Select(task => task.CaseId).Distinct()]);
        foreach (var task in step.Opened)
        {
            if (await step.Db.Cases.FindAsync(task.CaseId) is { } row)
            {
                Turn(step, task, await step.Exceptions(row));
            }
        }
    }

    /// <summary>The open tasks of a case, when a post is excluded from it.</summary>
    public static async Task RerouteOpen(Step step, CaseRow row, Exceptions exceptions)
    {
        foreach (var task in await step.Db.Tasks
            .Where(t => t.CaseId == row.Id && t.DoneAt == null).ToListAsync())
        {
            Turn(step, task, exceptions);
        }
    }

    private static void Turn(Step step, TaskRow task, Exceptions exceptions)
    {
        task.Post = exceptions.Excludes(task.Post)
            ? step.Identity.Country.PostOf(HomeDesk).Id : task.Post;
        task.ViewerPost = task.ViewerPost is { } viewer && exceptions.Excludes(viewer)
            ? null : task.ViewerPost;
    }
}
