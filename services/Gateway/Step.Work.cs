using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Agreements;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>Tasks of posts and running deadlines, written in a step.</summary>
internal sealed partial class Step
{
    public void OpenTask(CaseRow row, string kind, string post, string? viewer = null, string? letterId = null, string? dueOn = null) =>
        db.Tasks.Add(new TaskRow
        {
            Id = Guid.CreateVersion7(Now),
            CaseId = row.Id,
            Kind = kind,
            Post = post,
            ViewerPost = viewer,
            LetterId = letterId,
            OpenedAt = Now,
            DueOn = dueOn,
        });

    /// <summary>Ticks off the open tasks of these kinds.</summary>
    public async Task CloseTasks(CaseRow row, params string[] kinds)
    {
        var open = await db.Tasks.Where(t => t.CaseId == row.Id && t.DoneAt == null && kinds.Contains(t.Kind)).ToListAsync();
        open.ForEach(task => task.DoneAt = Now);
    }

    /// <summary>Starts a deadline today. A date past the calendars held is not guessed: it says so by its number.</summary>
    public string? StartDeadline(CaseRow row, string ruleId, string side)
    {
        var due = Status.DueDates.Of(DeadlineBook.Shipped.Find(ruleId), side, Today);
        var dueOn = due.Refused ? null : due.Outcome.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        db.Deadlines.Add(new DeadlineRow
        {
            Id = Guid.CreateVersion7(Now),
            CaseId = row.Id,
            Rule = ruleId,
            Side = side,
            StartedOn = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DueOn = dueOn,
            Code = due.Refusal?.Code,
        });
        return dueOn;
    }

    public async Task MeetDeadline(CaseRow row, params string[] ruleIds)
    {
        var open = await db.Deadlines
            .Where(d => d.CaseId == row.Id && d.MetAt == null && ruleIds.Contains(d.Rule)).ToListAsync();
        open.AddRange(db.Deadlines.Local.Where(d => d.CaseId == row.Id && d.MetAt == null && ruleIds.Contains(d.Rule)));
        open.ForEach(deadline => deadline.MetAt = Now);
    }
}
