using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;
using Referral.Language.Translation;
using Referral.Language.Translation.Servers;

namespace Referral.Gateway.Texts;

/// <summary>
/// A draft of the masked text, by a person or a machine. Every sign of the source stands in it once, or
/// nobody could say who is who: REF-2703. Written against a text that has changed since, it is refused.
/// </summary>
internal static class DraftText
{
    private const string Entry = "text-translated";

    public static async Task<Decision<FoundText>> Do(Step step, Caller caller, DraftTextRequest request)
    {
        var found = await FindText.At(step, caller, request.Text, request.Revision);
        return found.Refused ? found
            : (Badly(request.Draft) ?? Signs(found.Outcome.Unit, request.Draft)) is { } refusal ? refusal
            : await Keep(step, found.Outcome, caller,
                found.Outcome.Unit.Unit.Drafted(request.Draft, caller.Account, step.Now));
    }

    public static async Task<Decision<FoundText>> ByMachine(
        Step step, Caller caller, AskMachineRequest request, MachineText made)
    {
        var found = await FindText.At(step, caller, request.Text, request.Revision);
        return found.Refused ? found
            : Signs(found.Outcome.Unit, made.Masked) is { } refusal ? refusal
            : await Keep(step, found.Outcome, caller,
                found.Outcome.Unit.Unit.FromMachine(made.Masked, made.Engine, step.Now));
    }

    /// <summary>What a move left, and what the case's journal says of it: never the text.</summary>
    public static async Task<Decision<FoundText>> Keep(
        Step step, FoundText found, Caller caller, Moved moved)
    {
        if (moved.Unit is null)
        {
            return Refusal.Of(moved.Refused == Moved.SamePerson ? Refusals.SamePerson : Refusals.NotDrafted,
                ("state", TranslationStates.CodeOf(found.Unit.Unit.State)));
        }

        var unit = found.Unit.Moved(moved.Unit);
        var all = found.All.With(unit);
        await step.WriteTexts(found.Case, all);
        found.Task.DoneAt = unit.Unit.State == TranslationState.Reviewed ? step.Now : null;
        await Enter(step, found.Case, unit, caller);
        return found with { All = all, Unit = unit };
    }

    // In the case's own chain that it happened; in the access journal who it was.
    private static async Task Enter(Step step, CaseRow row, TextUnit unit, Caller caller)
    {
        var state = TranslationStates.CodeOf(unit.Unit.State);
        await step.Journal(row, Entry, ("text", unit.Id.ToString("D")), ("field", unit.Field),
            ("revision", Step.Text(unit.Revision)), ("state", state), ("post", caller.Post));
        await step.JournalIn(AccessJournal.Chain, Entry, ("call", $"Texts.{state}"),
            ("account", caller.Account), ("post", caller.Post), ("roles", string.Join(' ', caller.Roles)),
            ("case", row.LocalNumber), ("text", FindText.Collection + unit.Id.ToString("D")));
    }

    private static Refusal? Badly(string draft) =>
        draft.Trim().Length == 0
            ? CaseFile.Rules.Refusals.Field(
                CaseFile.Rules.Refusals.FieldNotValid, "draft", ("rule", "required"))
            : TextChecks.Text("draft", draft, TranslationUnit.LettersMax);

    private static Refusal? Signs(TextUnit unit, string draft) => unit.Masked() is var masked
        && masked.PutBack(draft) is null
            ? Refusal.Of(Refusals.SignsLost, ("value", Step.Text(masked.Count))) : null;
}
