using System.Globalization;
using Referral.Gateway.Repatriation;

namespace Referral.Network.Cases;

/// <summary>A rule that a file breaks, before its line is looked up.</summary>
internal readonly record struct BrokenRule(string Field, string Code, string Rule);

/// <summary>The rules a schema cannot say.</summary>
internal static class CaseRules
{
    public static IEnumerable<BrokenRule> Check(CaseFile file) =>
        [.. Sides(file), .. Reference(file), .. Dates(file), .. BirthDates.Check(file),
            .. StageWalk.Check(file)];

    private static IEnumerable<BrokenRule> Sides(CaseFile file)
    {
        if (file.Host == file.Origin)
        {
            yield return new("/origin", Refusals.SameCountry,
                "Host and origin are the same country; a referral crosses a border.");
            yield break;
        }
        for (var i = 0; i < file.Events.Count; i++)
        {
            var one = file.Events[i];
            if (one.Side != file.Host && one.Side != file.Origin)
                yield return new($"/events/{i}/side", Refusals.NotACaseFile,
                    $"The side must be {file.Host} or {file.Origin}, the countries of this case.");
            else if (OwnSide(file, one.Saga) is { } own && one.Side != own)
                yield return new($"/events/{i}/side", Refusals.NotACaseFile,
                    $"An event of the {one.Saga} happens in {own}.");
        }
    }

    private static string? OwnSide(CaseFile file, string saga) =>
        saga switch { "host" => file.Host, "origin" => file.Origin, _ => null };

    private static IEnumerable<BrokenRule> Reference(CaseFile file)
    {
        if (!file.Ref.StartsWith($"RC-{file.Host}-{file.Origin}-", StringComparison.Ordinal))
            yield return new("/ref", Refusals.NotACaseFile,
                $"The reference must name host and origin: RC-{file.Host}-{file.Origin}-…");
        var expected = ReferralNumber.CheckOf(file.Ref.AsSpan(..^2));
        if (file.Ref[^1] != expected)
            yield return new("/ref", Refusals.CheckCharacterWrong,
                $"The reference must end in its check character {expected} (ISO 7064 MOD 37,36).");
    }

    private static IEnumerable<BrokenRule> Dates(CaseFile file)
    {
        DateOnly? before = null;
        for (var i = 0; i < file.Events.Count; i++)
        {
            var text = file.Events[i].Date;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var day))
            {
                yield return new($"/events/{i}/date", Refusals.NotACaseFile,
                    $"{text} is no day of the calendar.");
                continue;
            }
            if (day < before)
                yield return new($"/events/{i}/date", Refusals.DatesGoBackwards,
                    $"{text} is before {before:yyyy-MM-dd}, the date of the event above it.");
            else
                before = day;
        }
    }
}
