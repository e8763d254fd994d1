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
    public const int CandidatesMax = 60;

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
        var keys = SearchHashes.Of(step.Identity.Keys.GatewayKey, asked.Names).ToArray();
        if (keys.Length == 0)
        {
            return [];
        }

        var ids = await step.Db.SearchKeys.Where(k => keys.Contains(k.Key)).GroupBy(k => k.CaseId)
            .Select(g => new { Id = g.Key, Shared = g.Count() })
            .OrderByDescending(g => g.Shared).ThenBy(g => g.Id).Take(CandidatesMax)
            .Select(g => g.Id).ToListAsync();
        var rows = await step.Db.Cases.Where(c => ids.Contains(c.Id)).ToListAsync();
        await step.LoadFound(rows);
        var found = new List<(CaseRow Case, MatchFound Match)>();
        foreach (var row in rows)
        {
            if (!await may(row))
            {
                continue;
            }

            if (await CardOf(step, row) is { } card
                && PersonMatch.Score(asked, card.Person(row.LocalNumber)) is { Score: >= ScoreLeast } match)
            {
                found.Add((row, match));
            }
        }

        return [.. found.OrderByDescending(one => one.Match.Score)
            .ThenBy(one => one.Case.LocalNumber, StringComparer.Ordinal).Take(most)];
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
