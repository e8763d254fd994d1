using System.CommandLine;

namespace Referral.Cli.OneCase;

/// <summary>`referral case event`: something happened, and the case moves.</summary>
internal static class EventVerb
{
    public static Verb Build(Screen screen)
    {
        var change = new Change(screen);
        var what = new Argument<string>("EVENT")
        {
            Description = "Code of list event, such as ScreeningDone",
        };
        var noteNumber = new Option<string?>("--note-number")
        {
            Description = "With RoutedViaMFA, NoteSent, NoteVerbaleKeyedIn: number of the note on paper",
        };
        var noteDate = new Option<string?>("--note-date")
        {
            Description = "And its date, Gregorian yyyy-MM-dd",
        };
        var note = new Option<string?>("--note")
        {
            Description = "Words beside the event; they stay at home",
        };
        var language = new Option<string?>("--note-language")
        {
            Description = "Their language: lo, th, zh, vi or en; without it the country's own",
        };
        return change.Of(new Verb("event", "Records that something happened; the case moves.",
            "referral case event TH-2026-000001 ScreeningDone --on 2025-07-04",
            "referral case event TH-2026-000001 RoutedViaMFA --note-number 12 --note-date 2025-07-20")
        {
            change.Case, what, change.On, noteNumber, noteDate, note, language,
        }, async (parsed, door, cases, id) => AnswerPrint.Case(door, await cases.RecordEventAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            Event = parsed.GetValue(what),
            HappenedOn = parsed.GetValue(change.On) ?? "",
            NoteNumber = parsed.GetValue(noteNumber) ?? "",
            NoteDate = parsed.GetValue(noteDate) ?? "",
            Note = parsed.GetValue(note) ?? "",
            NoteLanguage = parsed.GetValue(language) ?? "",
        }, door.Options())));
    }
}
