using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;

namespace Referral.Gateway.Border.Watch;

/// <summary>
/// Stops and starts that letters are sent again, and sends chosen ones again. Nothing is lost by a pause:
/// what is due stays due. Refuses: REF-2008, REF-2009, REF-2440, REF-2441.
/// </summary>
internal static class ResendSwitch
{
    /// <summary>Letters sent again by one command.</summary>
    public const int LettersMax = 200;

    public const string NotDue = "REF-2441";

    /// <summary>Turning it to where it stands changes nothing and is no entry.</summary>
    public static async Task<Refusal?> Pause(Step step, PauseResendingRequest request, string post)
    {
        if (Neighbours.Unless(step.Identity, request.Country) is { } refusal)
        {
            return refusal;
        }

        var line = await Neighbours.Of(step, request.Country);
        if (line.PausedSince is not null == request.Paused)
        {
            return null;
        }

        line.PausedSince = request.Paused ? step.Now : null;
        await step.JournalBorder("resending-switched", ("country", request.Country),
            ("paused", request.Paused ? "yes" : "no"), ("post", post));
        step.Tell(request.Country);
        return null;
    }

    /// <summary>All of them or none.</summary>
    public static async Task<Decision<SentAgain>> SendAgain(
        Step step, SendAgainRequest request, string post)
    {
        var ids = request.LetterIds.Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return Refusal.Of("REF-2009", ("field", "letter_ids"), ("rule", $"1 - {LettersMax}"));
        }

        if (ids.Count > LettersMax)
        {
            return Refusal.Of("REF-2008", ("field", "letter_ids"), ("limit", Step.Text(LettersMax)),
                ("unit", "letters"));
        }

        var letters = await step.Db.LettersOut.Where(l => ids.Contains(l.LetterId)).ToListAsync();
        if (letters.Count < ids.Count)
        {
            return Refusal.Of(WhyALetter.UnknownHere);
        }

        if (letters.Find(l => l.DueAt is null) is { } settled)
        {
            return Refusal.Of(NotDue, ("letter", settled.LetterId));
        }

        foreach (var letter in letters)
        {
            letter.DueAt = step.Now;
            letter.AskedAgain = true;
            var row = await step.Db.Cases.FindAsync(letter.CaseId)
                ?? throw new InvalidOperationException("No case.");
            await step.Journal(row, "letter-sent-again", ("letter_id", letter.LetterId),
                ("letter_kind", letter.Kind), ("letter_number", Step.Text(letter.Number)), ("post", post));
            step.Tell(letter.ToCountry);
        }

        return new SentAgain { LetterIds = { ids } };
    }
}
