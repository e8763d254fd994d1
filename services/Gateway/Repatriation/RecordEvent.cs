using Referral.Contracts.Desk;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Storage;
using Referral.Gateway.Texts;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// An officer records that something happened. What it may be, when, and what it needs is decided here.
/// </summary>
internal static class RecordEvent
{
    public static async Task<Refusal?> Do(Step step, CaseRow row, RecordEventRequest request, string post)
    {
        var day = HappenedOn.Read(request.HappenedOn, step.Today);
        if (day.Refused)
        {
            return day.Refusal;
        }

        if ((TextChecks.Text("note", request.Note, FolderLimits.Shipped.TextCharactersMax)
            ?? TextChecks.Language("note_language", request.NoteLanguage)) is { } unfit)
        {
            return unfit;
        }

        var state = await step.StateOf(row);
        var course = await step.Course(row);
        var happened = await Decide(step, row, state, course, request);
        if (happened.Refused)
        {
            return happened.Refusal;
        }

        var (move, name, after) = happened.Outcome;
        if (after != course)
        {
            await step.WriteCourse(row, after);
        }

        await CaseMoves.Move(step, row, name, move, new Happening(day.Outcome, post));
        if (request.Note.Length > 0)
        {
            var entry = new NoteEntry(name, day.Outcome, post, request.Note, request.NoteLanguage);
            await step.WriteNotes(row, (await step.Notes(row)).With(entry));
            await OpenTexts.OfNotes(step, row);
        }

        await Work(step, row, request.Event);
        return null;
    }

    /// <summary>The saga's event, the name the journal keeps, and what later rules must know.</summary>
    private sealed record Recorded(object Event, string Name, Course After);

    private static async Task<Decision<Recorded>> Decide(
        Step step, CaseRow row, ICaseState? state, Course course, RecordEventRequest request)
    {
        if (EventOf(row.Id, request.Event) is not { } happened
            || !CaseStages.Accepts(row.Side, state, happened.GetType().Name))
        {
            return NotNow(state, request.Event);
        }

        switch (happened)
        {
            case IdentifiedAsVictim:
                var definition = VictimDefinition.Require(await step.Folder(row));
                return definition.Refused ? definition.Refusal : Plain(happened, course);
            case GuardianAppointed:
                return new Recorded(happened, request.Event, course with { GuardianAppointed = true });
            case ReleaseApprovalRecorded:
                return new Recorded(happened, request.Event, course with { ReleaseApproved = true });
            case RoutedViaMFA:
                var routed = NoteOf(request, step.Today);
                return routed.Refused ? routed.Refusal : new Recorded(happened, request.Event, course with
                {
                    RoutedViaMinistry = true,
                    NoteNumber = routed.Outcome.Number,
                    NoteDate = routed.Outcome.Date,
                });
            case NoInstrument:
                return Notice.NothingOperated(row, await step.Register(), step.Now) is { } operated
                    ? operated : Plain(happened, course);
            case NoteSent:
                var sent = await SendNote(step, row, state!, request);
                return sent.Refused ? sent.Refusal : new Recorded(sent.Outcome, request.Event, course);
            case AsylumOrFearOfOriginStated:
                // The journal keeps no reason: a held case must look like any other.
                return new Recorded(happened, CaseMoves.HoldSet, course);
            default:
                return Plain(happened, course);
        }
    }

    private static async Task<Decision<NoteSent>> SendNote(
        Step step, CaseRow row, ICaseState state, RecordEventRequest request)
    {
        var note = NoteOf(request, step.Today);
        if (note.Refused)
        {
            return note.Refusal;
        }

        var gate = Notice.Gate(state, await step.Ledger(row), [Ledger.NotifyOrigin]);
        if (gate is not null)
        {
            return gate;
        }

        var letter = Notice.NoteLetter(
            step, row, note.Outcome.Number, note.Outcome.Date, await step.Register(), await step.Ledger(row));
        return letter.Refused ? letter.Refusal : new NoteSent(row.Id, [letter.Outcome]);
    }

    private static Decision<(string Number, string Date)> NoteOf(RecordEventRequest request, DateOnly today)
    {
        if (request.NoteNumber.Length is 0 or > 60 || request.NoteNumber.Any(char.IsControl)
            || request.NoteDate.Length == 0)
        {
            return Refusal.Of(Refusals.NoteMissing);
        }

        var date = HappenedOn.Read(request.NoteDate, today);
        return date.Refused ? date.Refusal : (request.NoteNumber, date.Outcome);
    }

    private static async Task Work(Step step, CaseRow row, string happened)
    {
        var country = step.Identity.Country;
        switch (happened)
        {
            case nameof(NoInstrument):
                step.OpenTask(row, "SEND_NOTE", Posts.OfKind(country, "MINISTRY_FOREIGN_AFFAIRS"));
                break;
            case nameof(NoteSent):
                await step.CloseTasks(row, "SEND_NOTE");
                break;
            case nameof(AssignedToVerification):
                step.OpenTask(row, "VERIFY_NATIONALITY", Posts.OfKind(country, "VERIFICATION"));
                break;
        }
    }

    private static Recorded Plain(object happened, Course course) =>
        new(happened, happened.GetType().Name, course);

    internal static Refusal NotNow(ICaseState? state, string happened) => Refusal.Of(Refusals.NotAtThisStage,
        ("event", Contracts.Vocabulary.VocabularyBook.Shipped.Knows("event", happened) ? happened : "-"),
        ("stage", state?.Stage ?? "-"));

    private static object? EventOf(Guid id, string name) => name switch
    {
        nameof(ScreeningDone) => new ScreeningDone(id),
        nameof(IdentifiedAsVictim) => new IdentifiedAsVictim(id),
        nameof(NotAVictim) => new NotAVictim(id),
        nameof(RightsExplained) => new RightsExplained(id),
        nameof(GuardianAppointed) => new GuardianAppointed(id),
        nameof(AgeDecided) => new AgeDecided(id),
        nameof(PersonChangesMind) => new PersonChangesMind(id),
        nameof(AsylumOrFearOfOriginStated) => new AsylumOrFearOfOriginStated(id),
        nameof(ReleaseApprovalRecorded) => new ReleaseApprovalRecorded(id),
        nameof(RoutedViaMFA) => new RoutedViaMFA(id),
        nameof(NoInstrument) => new NoInstrument(id),
        nameof(NoteSent) => new NoteSent(id, []),
        nameof(AssignedToVerification) => new AssignedToVerification(id),
        _ => null,
    };
}
