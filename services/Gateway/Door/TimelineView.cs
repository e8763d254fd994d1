using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Agreements;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>
/// What happened to a case, read from its journal: the same entries that a court can check.
/// </summary>
internal static class TimelineView
{
    private static readonly string[] Shown =
        ["event", "letter-written", "letter-admitted", "letter-refused", "letter-waiting", "letter-voided",
            "receipt-received", "letter-overdue", "letter-sent-again"];

    public static async Task<Timeline> Of(Step step, CaseRow row, Caller caller)
    {
        var chain = Step.ChainOf(row.Id);
        var texts = await step.Db.Journal.AsNoTracking().Where(e => e.Chain == chain)
            .OrderBy(e => e.Number).Select(e => e.Text).ToListAsync();
        var state = await step.StateOf(row);
        var timeline = new Timeline
        {
            Case = row.LocalNumber,
            Referral = row.Referral ?? "",
            Stage = FieldViews.LabelOf("stage", state?.Stage ?? "", caller.Language),
        };
        timeline.Entries.Add(texts.Select(t => Entry(t, caller.Language)).OfType<TimelineEntry>());
        timeline.Letters.Add(await LetterViews.Of(step, row, caller.Language));
        timeline.Deadlines.Add(await Deadlines(step, row));
        return timeline;
    }

    private static TimelineEntry? Entry(byte[] text, string language)
    {
        using var json = JsonDocument.Parse(text);
        string Value(string name) =>
            json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
        var kind = Value("kind");
        if (!Shown.Contains(kind))
        {
            return null;
        }

        var entry = new TimelineEntry
        {
            At = Timestamp.FromDateTimeOffset(json.RootElement.GetProperty("at").GetDateTimeOffset()),
            HappenedOn = Value("happened_on"),
            What = kind == "event"
                ? FieldViews.LabelOf("event", Value("event"), language)
                : FieldViews.LabelOf("entry", kind, language),
            Post = Value("post"),
            LetterId = Value("letter_id"),
            LetterKind = Value("letter_kind"),
            LetterNumber = uint.TryParse(Value("letter_number"), out var number) ? number : 0,
            Code = Value("code"),
        };
        if (Value("stage") is { Length: > 0 } stage)
        {
            entry.Stage = FieldViews.LabelOf("stage", stage, language);
        }

        if (Value("question") is { Length: > 0 } question)
        {
            entry.Question = FieldViews.LabelOf("question", question, language);
        }

        if (Value("state") is { Length: > 0 } state)
        {
            entry.State = FieldViews.LabelOf("rem_state", state, language);
        }

        return entry;
    }

    private static async Task<IEnumerable<DeadlineView>> Deadlines(Step step, CaseRow row)
    {
        var today = Status.DueDates.Text(step.Today);
        var rows = await step.Db.Deadlines.AsNoTracking().Where(d => d.CaseId == row.Id).OrderBy(d => d.Id)
            .ToListAsync();
        return rows.Select(d =>
        {
            var rule = DeadlineBook.Shipped.Find(d.Rule)!;
            return new DeadlineView
            {
                Rule = d.Rule,
                What = rule.What,
                DueOn = d.DueOn ?? d.Code ?? "",
                State = d.MetAt is not null ? "MET"
                    : d.DueOn is null ? "UNKNOWN"
                    : string.CompareOrdinal(d.DueOn, today) < 0 ? "LATE" : "OPEN",
                Side = d.Side,
                Mark = rule.Mark,
                Source = rule.Source,
            };
        });
    }
}
