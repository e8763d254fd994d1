using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Status;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>Tasks of posts and running deadlines, written in a step.</summary>
internal sealed partial class Step
{
    private readonly List<TaskRow> _opened = [];

    /// <summary>Tasks that this step has opened.</summary>
    public IReadOnlyList<TaskRow> Opened => _opened;

    /// <summary>Gives the id of the task.</summary>
    public Guid OpenTask(CaseRow row, string kind, string post, string? viewer = null,
        string? letterId = null, string? dueOn = null)
    {
        var task = new TaskRow
        {
            Id = Guid.CreateVersion7(Now),
            CaseId = row.Id,
            Kind = kind,
            Post = post,
            ViewerPost = viewer,
            LetterId = letterId,
            OpenedAt = Now,
            DueOn = dueOn,
        };
        _opened.Add(task);
        db.Tasks.Add(task);
        return task.Id;
    }

    /// <summary>Ticks off the open tasks of these kinds.</summary>
    public async Task CloseTasks(CaseRow row, params string[] kinds)
    {
        var open = await db.Tasks.Where(t => t.CaseId == row.Id && t.DoneAt == null && kinds.Contains(t.Kind))
            .ToListAsync();
        open.ForEach(task => task.DoneAt = Now);
    }

    /// <summary>Starts a deadline today. A date past the calendars held is not guessed: its number says why
    /// there is none.</summary>
    public DeadlineRow StartDeadline(CaseRow row, string rule, string country, Decision<DateOnly> due)
    {
        var started = new DeadlineRow
        {
            Id = Guid.CreateVersion7(Now),
            CaseId = row.Id,
            Rule = rule,
            Side = country,
            StartedOn = DueDates.Text(Today),
            DueOn = due.Refused ? null : DueDates.Text(due.Outcome),
            Code = due.Refusal?.Code,
        };
        db.Deadlines.Add(started);
        if (_deadlines.TryGetValue(row.Id, out var open))
        {
            open.Add(started);
        }

        return started;
    }

    /// <summary>Ticks off the tasks of one kind that this letter opened.</summary>
    public async Task CloseTasksOf(CaseRow row, string kind, string letterId)
    {
        var open = await db.Tasks.Where(t => t.CaseId == row.Id && t.DoneAt == null && t.Kind == kind
            && t.LetterId == letterId).ToListAsync();
        open.ForEach(task => task.DoneAt = Now);
    }

    /// <summary>One deadline by itself, where several run under one rule.</summary>
    public async Task MeetDeadline(Guid deadline)
    {
        if (await db.Deadlines.FindAsync(deadline) is { } started)
        {
            started.MetAt ??= Now;
        }
    }

    public async Task MeetDeadline(CaseRow row, string rule)
    {
        if (!_deadlines.TryGetValue(row.Id, out var open))
        {
            open = await db.Deadlines.Where(d => d.CaseId == row.Id && d.MetAt == null).ToListAsync();
            open.AddRange(db.ChangeTracker.Entries<DeadlineRow>().Select(entry => entry.Entity)
                .Where(d => d.CaseId == row.Id && !open.Contains(d)));
            _deadlines[row.Id] = open;
        }

        foreach (var deadline in open.Where(d => d.Rule == rule))
        {
            deadline.MetAt ??= Now;
        }
    }
}
