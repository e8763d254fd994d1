using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border.Watch;

/// <summary>An alert that was given.</summary>
/// <param name="Alert">1 or 2.</param>
internal sealed record Overdue(string Referral, long Number, string Country, int Alert, int Minutes);

/// <summary>
/// Tells the home desk of a letter that no receipt has settled: once after a while and once more after long,
/// counted from writing, so that one which cannot leave is noticed too. It is sent again all the same.
/// </summary>
internal static class OverdueLetters
{
    /// <summary>Code of list task.</summary>
    public const string TaskKind = "LETTER_OVERDUE";

    /// <summary>Alerts a country and look; the rest comes at the next.</summary>
    private const int AlertsMax = 100;

    public static async Task<IReadOnlyList<Overdue>> Look(Step step)
    {
        var watch = step.Identity.Settings.Watch;
        var given = new List<Overdue>();
        foreach (var country in Neighbours.All(step.Identity))
        {
            foreach (var (alert, minutes) in new[] { (1, watch.AlertMinutes), (2, watch.EscalateMinutes) })
            {
                var before = step.Now.AddMinutes(-minutes);
                var letters = await step.Db.LettersOut
                    .Where(l => l.ToCountry == country && l.DueAt != null && l.Alerts == alert - 1
                        && l.WrittenAt <= before)
                    .OrderBy(l => l.Row).Take(AlertsMax).ToListAsync();
                foreach (var letter in letters)
                {
                    await Alert(step, letter, alert, minutes);
                    given.Add(new Overdue(letter.Referral, letter.Number, country, alert, minutes));
                }

                // The second question is asked of the database, so it must know of the first answers.
                await step.Save();
            }
        }

        return given;
    }

    /// <summary>Ticks the alerts off once the letter is settled.</summary>
    public static async Task Answered(Step step, LetterOutRow letter)
    {
        if (letter.Alerts == 0)
        {
            return;
        }

        var open = await step.Db.Tasks
            .Where(t => t.CaseId == letter.CaseId && t.LetterId == letter.LetterId && t.Kind == TaskKind
                && t.DoneAt == null).ToListAsync();
        open.ForEach(task => task.DoneAt = step.Now);
    }

    private static async Task Alert(Step step, LetterOutRow letter, int alert, int minutes)
    {
        var row = await step.Db.Cases.FindAsync(letter.CaseId)
            ?? throw new InvalidOperationException("No case.");
        letter.Alerts = alert;
        step.OpenTask(row, TaskKind, Posts.OfKind(step.Identity.Country, "HOME_DESK"), null, letter.LetterId);
        await step.Journal(row, "letter-overdue", ("letter_id", letter.LetterId),
            ("letter_kind", letter.Kind), ("letter_number", Step.Text(letter.Number)),
            ("to", letter.ToCountry), ("alert", Step.Text(alert)), ("minutes", Step.Text(minutes)));
    }
}
