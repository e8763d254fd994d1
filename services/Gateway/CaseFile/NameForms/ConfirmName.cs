using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;
using Referral.Language;
using Referral.Language.Cards;

namespace Referral.Gateway.CaseFile.NameForms;

/// <summary>
/// An officer enters that the person confirmed a form of her name, or that her own document shows it.
/// Refuses: REF-2008, REF-2009 no name, or the file says another by now; REF-2305 no such document.
/// </summary>
internal static class ConfirmName
{
    /// <summary>Event of the ledger: who may say it stands in the table of events.</summary>
    public const string Event = "NameConfirmed";

    private const int FormCharactersMax = 200;

    public static async Task<Refusal?> Do(Step step, CaseRow row, ConfirmNameRequest request, Caller caller)
    {
        if (Badly(request) is { } refusal)
        {
            return refusal;
        }

        if (request.AsWritten.Length == 0 || await CaseNameCard.NameIn(step, row) != request.AsWritten)
        {
            return Rules.Refusals.Field(
                Rules.Refusals.FieldNotValid, "as_written", ("rule", "the name in the file"));
        }

        var entry = new ConfirmedName(
            request.AsWritten, request.Form, request.Document, caller.Account, caller.Post, step.Now);
        await step.WriteNames(row, (await step.Names(row)).With(entry));
        await step.Journal(row, "name-confirmed", ("script", Scripts.Of(request.Form)),
            ("document", request.Document), ("post", caller.Post));
        return null;
    }

    private static Refusal? Badly(ConfirmNameRequest request)
    {
        if (TextChecks.Text("form", request.Form, FormCharactersMax) is { } refusal)
        {
            return refusal;
        }

        return NameCards.Of(request.Form).Forms.Count == 0 || request.Form != request.Form.Trim()
            ? Rules.Refusals.Field(
                Rules.Refusals.FieldNotValid, "form", ("rule", "a name that can be read"))
            : request.Document.Length > 0 && !VocabularyBook.Shipped.Knows("document_type", request.Document)
                ? Rules.Refusals.Field(Rules.Refusals.CodeUnknown, "document", ("value", "-")) : null;
    }
}
