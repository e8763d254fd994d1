using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.CaseFile;

/// <summary>
/// An entry of the consent ledger, and the move of the case that it brings. A withdrawal is effective at
/// once: what has not left is voided, and no further letter leaves.
/// </summary>
internal static class RecordConsent
{
    public static async Task<Refusal?> Do(Step step, CaseRow row, RecordConsentRequest request, string post)
    {
        // What a newer client may mean is not guessed: neither a yes nor a no of the person's.
        if (!Enum.IsDefined(request.Decision))
        {
            return Refusal.Of(
                WriteSection.NotValid, ("field", "decision"), ("rule", "GIVEN, REFUSED, WITHDRAWN"));
        }

        var state = await step.StateOf(row);
        var course = await step.Course(row);
        var day = HappenedOn.Read(request.HappenedOn, step.Today);
        if (day.Refused)
        {
            return day.Refusal;
        }

        var folder = await step.Folder(row);
        var moved = Decide(row, state, request, course, folder.Person.IsChild);
        if ((moved.Refusal ?? Badly(request)) is { } refusal)
        {
            return refusal;
        }

        var entry = new ConsentEntry(0, "", StateText(request.Decision), day.Outcome, post,
            request.Language, request.Interpreter, request.ByGuardian);
        var before = await step.Ledger(row);
        await step.WriteLedger(row, before.With(request.Scopes, entry));
        await step.Journal(row, "consent-entered", ("entries", Step.Text(request.Scopes.Count)),
            ("first", Step.Text(before.Entries.Count + 1)), ("post", post));
        if (request.Decision == RecordConsentRequest.Types.Decision.Withdrawn)
        {
            await VoidWhatHasNotLeft(step, row);
            await step.DropDraft(row);
        }

        if (moved.Outcome.Event is { } happened)
        {
            await CaseMoves.Move(
                step, row, happened.GetType().Name, happened, new Happening(day.Outcome, post));
        }

        return null;
    }

    /// <summary>Which event this entry is; none where it only adds to the ledger. Pure.</summary>
    internal static Decision<ConsentMove> Decide(
        CaseRow row, ICaseState? state, RecordConsentRequest request, Course course, bool isChild)
    {
        if (request.Scopes.Count == 0
            || request.Scopes.Any(s => !VocabularyBook.Shipped.Knows("consent_scope", s)))
        {
            return Refusal.Of("REF-2305", ("field", "consents"), ("value", "-"));
        }

        if (row.Side != Sides.Host || state is null
            || request.Decision == RecordConsentRequest.Types.Decision.Unspecified)
        {
            return NotNow(state, nameof(ConsentRecorded));
        }

        var given = request.Decision == RecordConsentRequest.Types.Decision.Given;
        if (given && isChild && !(request.ByGuardian && course.GuardianAppointed))
        {
            return Refusal.Of(Refusals.GuardianMissing);
        }

        var happened = EventOf(row, state, request);
        return happened is null || CaseStages.Accepts(row.Side, state, happened.GetType().Name)
            ? new ConsentMove(happened) : NotNow(state, happened.GetType().Name);
    }

    /// <summary>
    /// How it was explained: a language by its code, an interpreter's post within the limits of a name.
    /// </summary>
    private static Refusal? Badly(RecordConsentRequest request) =>
        request.Language.Length > 0
            && !(request.Language.Length == 3 && request.Language.All(char.IsAsciiLetterLower))
            ? Refusal.Of("REF-2305", ("field", "language"), ("value", "-"))
            : Rules.TextChecks.Look(
                new Agreements.FieldValues { { "consents", request.Scopes },
                    { "interpreter", request.Interpreter } },
                Rules.FolderLimits.Shipped);

    private static object? EventOf(CaseRow row, ICaseState state, RecordConsentRequest request)
    {
        var notify = request.Scopes.Contains(Ledger.NotifyOrigin);
        return request.Decision switch
        {
            RecordConsentRequest.Types.Decision.Given when notify
                && state.Stage == nameof(HostCaseMachine.ConsentPending) =>
                new ConsentToNotify(row.Id),
            RecordConsentRequest.Types.Decision.Refused when notify => new ConsentRefused(row.Id),
            RecordConsentRequest.Types.Decision.Withdrawn when notify
                && state.Stage == nameof(HostCaseMachine.ReadyToNotify) =>
                new ConsentWithdrawnBeforeNotice(row.Id),
            // A withdrawal is taken at every stage; where no hold belongs to it, the ledger alone keeps it.
            RecordConsentRequest.Types.Decision.Withdrawn when row.Referral is not null
                && CaseStages.Accepts(row.Side, state, nameof(ConsentWithdrawn)) =>
                    new ConsentWithdrawn(row.Id),
            _ => null,
        };
    }

    private static async Task VoidWhatHasNotLeft(Step step, CaseRow row)
    {
        var waiting = await step.Db.LettersOut
            .Where(l => l.CaseId == row.Id && l.LeftAt == null && l.DueAt != null
                && l.Kind != Border.LetterKinds.Void)
            .ToListAsync();
        foreach (var letter in waiting)
        {
            await step.Void(letter, "consent withdrawn");
        }
    }

    private static Refusal NotNow(ICaseState? state, string happened) =>
        Refusal.Of(Refusals.NotAtThisStage, ("event", happened), ("stage", state?.Stage ?? "-"));

    private static string StateText(RecordConsentRequest.Types.Decision decision) => decision switch
    {
        RecordConsentRequest.Types.Decision.Given => Ledger.Given,
        RecordConsentRequest.Types.Decision.Withdrawn => Ledger.Withdrawn,
        _ => Ledger.Refused,
    };
}

/// <summary>What an entry of the ledger does to the case.</summary>
/// <param name="Event">The saga's event; null where the entry moves no saga.</param>
internal sealed record ConsentMove(object? Event);
