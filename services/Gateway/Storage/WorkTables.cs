using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Storage;

/// <summary>Work for a post. Belongs to the post, not to the person who holds it.</summary>
internal sealed class TaskRow
{
    public Guid Id { get; set; }
    public Guid CaseId { get; set; }

    /// <summary>Code of list "task".</summary>
    public required string Kind { get; set; }
    public required string Post { get; set; }

    /// <summary>A second post that sees it, such as the embassy.</summary>
    public string? ViewerPost { get; set; }
    public string? LetterId { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public string? DueOn { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>A running clock of one rule of deadlines.csv.</summary>
internal sealed class DeadlineRow
{
    public Guid Id { get; set; }
    public Guid CaseId { get; set; }
    public required string Rule { get; set; }

    /// <summary>Country that has to act.</summary>
    public required string Side { get; set; }
    public required string StartedOn { get; set; }

    /// <summary>yyyy-MM-dd; null where the working-day calendar ends before it.</summary>
    public string? DueOn { get; set; }

    /// <summary>REF number that says why there is no date.</summary>
    public string? Code { get; set; }
    public DateTimeOffset? MetAt { get; set; }
}

/// <summary>The answer to a caller's command: the same id twice has one effect and one answer.</summary>
internal sealed class CommandRow
{
    public required string CommandId { get; set; }

    /// <summary>SHA-256 of account, method and content.</summary>
    public required string Content { get; set; }
    /// <summary>
    /// Whose key seals the answer; null where the answer holds nothing of a case and stands clear.
    /// </summary>
    public Guid? CaseId { get; set; }
    public required byte[] Answer { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A counter, such as the local numbers of a year.</summary>
internal sealed class SequenceRow
{
    public required string Name { get; set; }
    public long Next { get; set; }
}

/// <summary>
/// An agreement switched on or off by two persons; a proposal until the second has confirmed.
/// </summary>
internal sealed class SwitchRow
{
    public long Row { get; set; }
    public required string Instrument { get; set; }
    public bool Operated { get; set; }

    /// <summary>Legal status confirmed with it; null = unchanged.</summary>
    public string? Status { get; set; }
    public required string FirstOfficer { get; set; }
    public required string FirstPost { get; set; }
    public DateTimeOffset ProposedAt { get; set; }
    public string? SecondOfficer { get; set; }

    /// <summary>First moment at which it holds; null while it is a proposal.</summary>
    public DateTimeOffset? Since { get; set; }
}

internal static class WorkTables
{
    // A tray is read along the open tasks alone: those that are done, which are nearly all, are not in it.
    private const string Open = "done_at IS NULL";

    public static void Map(ModelBuilder model)
    {
        model.Entity<TaskRow>(table =>
        {
            table.ToTable("tasks").HasKey(r => r.Id);
            table.HasIndex(r => new { r.Post, r.OpenedAt, r.Id }).HasFilter(Open);
            table.HasIndex(r => new { r.ViewerPost, r.OpenedAt, r.Id }).HasFilter(Open);
            table.HasIndex(r => r.CaseId);
        });
        model.Entity<DeadlineRow>(table =>
        {
            table.ToTable("deadlines").HasKey(r => r.Id);
            table.HasIndex(r => r.CaseId);
        });
        model.Entity<CommandRow>().ToTable("commands").HasKey(r => r.CommandId);
        model.Entity<SequenceRow>().ToTable("sequences").HasKey(r => r.Name);
        model.Entity<SwitchRow>().ToTable("agreement_switches").HasKey(r => r.Row);
    }
}
