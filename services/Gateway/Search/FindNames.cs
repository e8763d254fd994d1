using Microsoft.EntityFrameworkCore;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;
using Referral.Language.Matching;

namespace Referral.Gateway.Search;

/// <summary>
/// Finds cases by name: those with most hashed keys in common are opened, and compared in the clear. Of each
/// candidate nothing but its card is opened.
/// </summary>
internal static class FindNames
{
    /// <summary>Cards opened for one search.</summary>
    public const int CandidatesMax = 700;

    /// <summary>What is less alike is not shown.</summary>
    public const double ScoreLeast = 0.5;

    /// <param name="step">Reads only.</param>
    /// <param name="asked">One name, and what is known beside it.</param>
    /// <param name="most">Cases at most.</param>
    /// <param name="may">
    /// Whether the caller may open this case. Asked before anything of it is opened.
    /// </param>
    public static async Task<IReadOnlyList<(CaseRow Case, MatchFound Match)>> Of(
        Step step, MatchPerson asked, int most, Func<CaseRow, Task<bool>> may)
    {
        var ids = await Candidates(step, asked);
        // One that waits for its first event is nobody's to open.
        var rows = await step.Db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)
            && (step.Db.HostCases.Any(saga => saga.CorrelationId == c.Id)
                || step.Db.OriginCases.Any(saga => saga.CorrelationId == c.Id))).ToListAsync();
        await step.LoadFound(rows.ConvertAll(row => row.Id));
        var compared = new PersonMatch.Asked(asked);
        var found = new List<(CaseRow Case, NameCard Card, double Score)>();
        foreach (var row in rows)
        {
            if (!await may(row))
            {
                continue;
            }

            if (await CardOf(step, row) is { } card
                && compared.Score(card.Person(row.LocalNumber)) is >= ScoreLeast and var score)
            {
                found.Add((row, card, score));
            }
        }

        // Reasons are made for those alone that are shown.
        return [.. found.OrderByDescending(one => one.Score)
            .ThenBy(one => one.Case.LocalNumber, StringComparer.Ordinal).Take(most)
            .Select(one => (one.Case, compared.Explain(one.Card.Person(one.Case.LocalNumber))))];
    }

    // Keys that tell much are borne by few, and mostly enough. Only where they lead to fewer cases than this,
    // keys of a part without its vowels are asked too, which thousands may bear.
    private const int Enough = 60;

    private static async Task<List<Guid>> Candidates(Step step, MatchPerson asked)
    {
        var telling = SearchHashes.Telling(step.Identity.Keys.GatewayKey, asked.Names, asked.Born);
        var found = telling.Count == 0 ? [] : await KeyHits.Of(step.Db, telling, CandidatesMax);
        if (found.Count < Enough)
        {
            var single = SearchHashes.Single(step.Identity.Keys.GatewayKey, asked.Names);
            found = single.Count == 0 ? found
                : await KeyHits.Of(step.Db, [.. telling, .. single], CandidatesMax);
        }

        return [.. found.Select(hit => hit.CaseId)];
    }

    // Erasing destroys the key first: a crash may have left search keys that the next erasing removes.
    private static async Task<NameCard?> CardOf(Step step, CaseRow row)
    {
        try
        {
            return await step.NameCard(row);
        }
        catch (KeyErased)
        {
            return null;
        }
    }
}
