using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Corrections;
using Referral.Gateway.Questions;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Gateway.Texts;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// What an arrived letter means to the case: which event it is, and what the desk has to do.
/// </summary>
internal static class ArrivedLetters
{
    /// <summary>
    /// Why the case cannot take this letter now; null when it can. Asked before the saga moves.
    /// </summary>
    public static async Task<Refusal?> NotNow(Step step, CaseRow row, Letter letter)
    {
        if (letter.BodyCase == Letter.BodyOneofCase.Void)
        {
            return null;
        }

        var state = await step.StateOf(row);
        var happened = EventOf(row, state, letter);
        return happened is not null && CaseStages.Accepts(row.Side, state, happened.GetType().Name)
            ? await ArrivedQuestions.NotNow(step, row, letter)
                ?? await ArrivedCorrections.NotNow(step, row, letter)
            : Refusal.Of(Refusals.NotTakenHere, ("letter", letter.Head.Kind), ("stage", state?.Stage ?? "-"));
    }

    public static async Task Apply(Step step, CaseRow row, Letter letter)
    {
        if (EventOf(row, await step.StateOf(row), letter) is not { } happened)
        {
            return;
        }

        await step.Raise(happened);
        await NamesToFind.OfLetter(step, row, letter);
        await Work(step, row, letter);
        await OpenTexts.OfLetter(step, row, letter);
        await Status.Clocks.Moved(step, row, happened.GetType().Name);
    }

    private static object? EventOf(CaseRow row, ICaseState? state, Letter letter) =>
        (row.Side, letter.BodyCase) switch
    {
        (Sides.Origin, Letter.BodyOneofCase.VictimIdentificationNotice) => new NoticeArrived(row.Id),
        (Sides.Origin, Letter.BodyOneofCase.NoticeCorrection) => new CorrectionArrived(row.Id),
        (Sides.Origin, Letter.BodyOneofCase.FamilyTracingRequested) => new TracingAskedByHost(row.Id),
        (Sides.Origin, Letter.BodyOneofCase.NationalityVerificationRequested) =>
            new VerificationAskedByHost(row.Id),
        (Sides.Origin, Letter.BodyOneofCase.DiplomaticNoteReference) when state is null =>
            new NoteArrived(row.Id),
        (Sides.Host, Letter.BodyOneofCase.NoticeAcknowledged) => new NoticeAcknowledgedByOrigin(row.Id),
        (Sides.Host, Letter.BodyOneofCase.NationalityVerificationResult) =>
            letter.NationalityVerificationResult.Result is Results.Confirmed or Results.PermanentResident
                ? new NationalityConfirmed(row.Id) : new NationalityOpen(row.Id),
        (Sides.Host, Letter.BodyOneofCase.NotANational) => new NotANationalSaid(row.Id),
        (_, Letter.BodyOneofCase.CodedQuestion) => new QuestionArrived(row.Id),
        (_, Letter.BodyOneofCase.CodedAnswer) => new AnswerArrived(row.Id),
        (_, Letter.BodyOneofCase.DiplomaticNoteReference) => new DiplomaticLetterArrived(row.Id),
        (_, Letter.BodyOneofCase.CaseTransferredOfChannel) => new DiplomaticLetterArrived(row.Id),
        _ => null,
    };

    private static async Task Work(Step step, CaseRow row, Letter letter)
    {
        var head = letter.Head;
        var post = Posts.OursOrHome(step.Identity.Country, head.ToPost);
        var viewer = head.ViewerPosts.FirstOrDefault(p => Posts.IsOurs(step.Identity.Country, p));
        switch (letter.BodyCase)
        {
            case Letter.BodyOneofCase.VictimIdentificationNotice:
                step.OpenTask(row, "ACKNOWLEDGE", post, viewer, head.LetterId);
                break;
            case Letter.BodyOneofCase.NationalityVerificationRequested:
                step.OpenTask(row, "VERIFY_NATIONALITY", Posts.OfKind(step.Identity.Country, "VERIFICATION"),
                    viewer, head.LetterId);
                break;
            case Letter.BodyOneofCase.DiplomaticNoteReference:
                step.OpenTask(row, "READ_NOTE", post, viewer, head.LetterId);
                break;
            case Letter.BodyOneofCase.NationalityVerificationResult
                when letter.NationalityVerificationResult.Result == Results.MoreData:
                step.OpenTask(row, "SUPPLY_DATA", post, viewer, head.LetterId);
                break;
            case Letter.BodyOneofCase.CodedQuestion:
                await ArrivedQuestions.Asked(step, row, letter, viewer);
                break;
            case Letter.BodyOneofCase.CodedAnswer:
                await ArrivedQuestions.Answered(step, row, letter, viewer);
                break;
            case Letter.BodyOneofCase.NoticeCorrection:
                await ArrivedCorrections.Taken(step, row, letter, post, viewer);
                break;
            default:
                step.OpenTask(row, "READ_LETTER", post, viewer, head.LetterId);
                break;
        }
    }
}

/// <summary>Codes of list verification_result that rules ask for.</summary>
internal static class Results
{
    public const string Confirmed = "CONFIRMED";
    public const string PermanentResident = "PR";
    public const string NotNational = "NOT_NATIONAL";
    public const string Inconclusive = "INCONCLUSIVE";
    public const string MoreData = "MORE_DATA";
}
