using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The nationality answer. The first officer's finding becomes a draft; a second officer releases it as M04,
/// or as M28 when the person is no national. Source: roles, separation of duties 2.
/// </summary>
internal static class AnswerNationality
{
    private static readonly string[] Answers =
        [Results.Confirmed, Results.PermanentResident, Results.Inconclusive, Results.MoreData,
            Results.NotNational];

    public static async Task<Decision<LetterDraft>> Do(
        Step step, CaseRow row, AnswerNationalityRequest request, string account)
    {
        if (!Answers.Contains(request.Result)
            || request.DataWanted.Any(k => FieldBook.Shipped.Find(k) is null))
        {
            return Refusal.Of("REF-2305", ("field", "verification_result"), ("value", "-"));
        }

        var day = HappenedOn.Read(request.HappenedOn, step.Today);
        if ((day.Refusal ?? await NotNow(step, row, request.Result)) is { } refusal)
        {
            return refusal;
        }

        var (kind, body) = BodyOf(step, request);
        var letter = Heads.Complete(step, row, body, kind, "", await step.Register(), consent: "");
        if (letter.Refused)
        {
            return letter.Refusal;
        }

        var fields = Agreements.LetterFields.Of(body);
        var made = new MadeLetter(
            letter.Outcome, new PreparedBody(body, [.. fields], letter.Outcome.Draft.Head.DataClass, []));
        var revision = await step.NextDraft(row);
        var shown = Drafts.Show(step, row, [made], revision, account, [kind]);
        await step.WriteDraft(row, Draft.Of(revision, account, [letter.Outcome.Draft], shown));
        await step.Journal(row, "letter-prepared", ("letters", kind), ("revision", Step.Text(revision)));
        step.OpenTask(row, "CONFIRM_VERIFICATION", Posts.OfKind(step.Identity.Country, "VERIFICATION"));
        return shown;
    }

    /// <summary>Decides the event that the released answer is. One outcome, one event.</summary>
    public static async Task<Decision<object>> Release(
        Step step, CaseRow row, IReadOnlyList<LetterToWrite> letters)
    {
        var result = ResultOf(letters[0].Draft);
        if (await NotNow(step, row, result) is { } refusal)
        {
            return refusal;
        }

        await step.WriteCourse(row, await step.Course(row) with { Answer = result });
        await step.CloseTasks(row, "CONFIRM_VERIFICATION", "VERIFY_NATIONALITY");
        return result switch
        {
            Results.Confirmed or Results.PermanentResident => new VerificationConfirmed(row.Id, letters),
            Results.NotNational => new VerificationNotNational(row.Id, letters),
            _ => new VerificationInconclusive(row.Id, letters),
        };
    }

    private static async Task<Refusal?> NotNow(Step step, CaseRow row, string result)
    {
        var state = await step.StateOf(row);
        if (CaseStages.Accepts(row.Side, state, nameof(VerificationConfirmed)))
        {
            return null;
        }

        var answered = (await step.Course(row)).Answer;
        return answered is Results.Confirmed or Results.PermanentResident or Results.NotNational
            ? Refusal.Of(Refusals.AnsweredAlready, ("value", answered), ("result", result))
            : RecordEvent.NotNow(state, "VerificationResult");
    }

    private static (string Kind, Letter Body) BodyOf(Step step, AnswerNationalityRequest request)
    {
        if (request.Result == Results.NotNational)
        {
            return (LetterKinds.NotANational,
                new Letter { NotANational = new NotANational { Result = request.Result } });
        }

        var answer = new NationalityVerificationResult { Result = request.Result };
        if (request.Result == Results.Confirmed)
        {
            answer.OriginConfirmed = step.Us;
        }

        answer.DataWanted.Add(request.DataWanted);
        return (LetterKinds.VerificationResult, new Letter { NationalityVerificationResult = answer });
    }

    private static string ResultOf(Letter letter) =>
        letter.NotANational?.Result ?? letter.NationalityVerificationResult?.Result ?? "";
}
