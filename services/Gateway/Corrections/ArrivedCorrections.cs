using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Corrections;

/// <summary>
/// A correction that arrived: whether it can be taken, and who has to read it. The letters stay as they came;
/// TakenTogether reads them with what they replace.
/// </summary>
internal static class ArrivedCorrections
{
    // Whoever verifies a nationality works with these.
    private static readonly string[] OfIdentity =
        ["name_native", "sex", "birth_date", "is_child", "age_disputed", "nationality_claimed"];

    /// <summary>
    /// Why it cannot be taken: it corrects no notice that took effect here, names nothing, or carries what it
    /// does not name. Refuses: REF-2418.
    /// </summary>
    public static async Task<Refusal?> NotNow(Step step, CaseRow row, Letter letter)
    {
        if (letter.NoticeCorrection is not { } body)
        {
            return null;
        }

        var carried = LetterFields.Values(new Letter { VictimIdentificationNotice = body.Notice ?? new() });
        var whole = body.Fields.Count > 0 && carried.Keys.All(body.Fields.Contains)
            && VocabularyBook.Shipped.Knows("correction_reason", body.Reason);
        return whole && await step.Db.LettersIn.AnyAsync(l => l.CaseId == row.Id
                && l.LetterId == body.CorrectedLetter && l.Kind == LetterKinds.Notice
                && l.Sender == letter.Head.FromCountry && l.State == (int)RemState.Delivery)
            ? null
            : Refusal.Of(
                Repatriation.Refusals.NotTakenHere, ("letter", letter.Head.Kind), ("stage", "-"));
    }

    public static async Task Taken(Step step, CaseRow row, Letter letter, string post, string? viewer)
    {
        step.OpenTask(row, "READ_CORRECTION", post, viewer, letter.Head.LetterId);
        var verifies = (await step.StateOf(row))?.Stage == nameof(OriginCaseMachine.Verifying);
        if (verifies && letter.NoticeCorrection.Fields.Any(OfIdentity.Contains))
        {
            step.OpenTask(row, "READ_CORRECTION", Posts.OfKind(step.Identity.Country, "VERIFICATION"), null,
                letter.Head.LetterId);
        }
    }
}
