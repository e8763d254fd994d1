using Referral.Gateway.Access;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Texts;

/// <summary>A unit and where it stands.</summary>
internal sealed record FoundText(CaseRow Case, TaskRow Task, CaseTexts All, TextUnit Unit);

/// <summary>
/// A unit by its name, for the post that its task belongs to. One that is another post's, one of a case that
/// the post is excluded from and one that does not exist answer alike: REF-2701.
/// </summary>
internal static class FindText
{
    public const string Collection = "texts/";

    public static async Task<Decision<FoundText>> Of(Step step, Caller caller, string name) =>
        Guid.TryParseExact(Id(name), "D", out var id)
            && await step.Db.Tasks.FindAsync(id) is { Kind: OpenTexts.Task } task
            && task.Post == caller.Post
            && await step.Db.Cases.FindAsync(task.CaseId) is { } row && !step.IsErased(row)
            && !(await step.Exceptions(row)).Excludes(caller.Post)
            && await step.Texts(row) is var all && all.Find(id) is { } unit
                ? new FoundText(row, task, all, unit) : Refusal.Of(Refusals.NotHere);

    /// <summary>The same, at the revision that the caller has read.</summary>
    public static async Task<Decision<FoundText>> At(Step step, Caller caller, string name, uint revision)
    {
        var found = await Of(step, caller, name);
        return found.Refused || found.Outcome.Unit.Revision == revision ? found
            : Refusal.Of(Refusals.Changed, ("value", Step.Text(found.Outcome.Unit.Revision)));
    }

    private static string Id(string name) => name.StartsWith(Collection, StringComparison.Ordinal)
        ? name[Collection.Length..] : name;
}
