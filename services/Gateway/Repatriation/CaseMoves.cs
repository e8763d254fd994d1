using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>When and by which post something happened, as the journal keeps it.</summary>
/// <param name="HappenedOn">yyyy-MM-dd, the day it happened; the journal's own time is when it was
/// entered.</param>
/// <param name="Post">Post of the officer.</param>
/// <param name="Question">Code of the question that was asked or answered; empty else.</param>
internal sealed record Happening(string HappenedOn, string Post, string Question = "");

/// <summary>Moves a case by one event: the saga, the journal, the clocks.</summary>
internal static class CaseMoves
{
    /// <summary>Name under which a protection hold stands in the journal: like any other hold.</summary>
    public const string HoldSet = "HoldSet";

    public static async Task Move(Step step, CaseRow row, string name, object happened, Happening happening)
    {
        await step.Raise(happened);
        var state = await step.StateOf(row);
        (string, string)[] what = [("event", name), ("stage", state?.Stage ?? ""),
            ("happened_on", happening.HappenedOn), ("post", happening.Post)];
        await step.Journal(row, "event",
            happening.Question.Length == 0 ? what : [.. what, ("question", happening.Question)]);
        await Status.Clocks.Moved(step, row, name);
    }
}
