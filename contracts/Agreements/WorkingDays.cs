using System.Globalization;

namespace Referral.Contracts.Agreements;

/// <summary>
/// Working days of each country: Monday to Friday, less public holidays, plus weekend days worked in
/// exchange.
/// A date after the last year held has no answer: a guessed deadline would be wrong in silence.
/// Source: Agreements/holidays.csv (mark S up to 2026, D for 2027).
/// </summary>
public sealed class WorkingDays
{
    private const int LongestWalkDays = 3660;

    private static readonly Lazy<WorkingDays> Calendar = new(() => new(Load()));

    private readonly IReadOnlyDictionary<string, CountryYears> _countries;

    private WorkingDays(IReadOnlyList<Holiday> rows) =>
        _countries = rows.GroupBy(r => r.Country, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new CountryYears(
                new DateOnly(g.Min(r => r.Date.Year), 1, 1),
                new DateOnly(g.Max(r => r.Date.Year), 12, 31),
                g.Where(r => r.Kind == "OFF").Select(r => r.Date).ToHashSet(),
                g.Where(r => r.Kind == "WORK").Select(r => r.Date).ToHashSet()),
            StringComparer.Ordinal);

    public static WorkingDays Shipped => Calendar.Value;

    /// <summary>Countries that have a calendar.</summary>
    public IEnumerable<string> Countries => _countries.Keys;

    /// <summary>The last day a calendar can answer for, included. Throws for an unknown country.</summary>
    public DateOnly Until(string country) => Of(country).Last;

    /// <summary>True on a working day. Throws outside the years held: ask Until first.</summary>
    public bool IsWorkingDay(string country, DateOnly day)
    {
        var years = Of(country);
        if (day < years.First || day > years.Last)
            throw new ArgumentOutOfRangeException(nameof(day), "The calendar does not hold this year.");
        return years.Works(day);
    }

    /// <summary>
    /// The working day that is this many after the day given, which is not counted. 0 gives the day itself.
    /// Null when the walk leaves the years held (refused by the caller: REF-2207).
    /// </summary>
    public DateOnly? Add(string country, DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var years = Of(country);
        if (from < years.First || from > years.Last)
            return null;
        var day = from;
        for (var walked = 0; workingDays > 0 && walked < LongestWalkDays; walked++)
        {
            day = day.AddDays(1);
            if (day > years.Last)
                return null;
            if (years.Works(day))
                workingDays--;
        }
        return workingDays == 0 ? day : null;
    }

    private CountryYears Of(string country) => _countries.TryGetValue(country, out var years)
        ? years
        : throw new ArgumentException("No calendar is held for this country.", nameof(country));

    private static IReadOnlyList<Holiday> Load() =>
        CsvTable.Read("Agreements/holidays.csv", r => new Holiday(
        r.GetString("country"),
        DateOnly.ParseExact(r.GetString("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        r.GetString("kind")));

    private sealed record Holiday(string Country, DateOnly Date, string Kind);

    private sealed record CountryYears(
        DateOnly First, DateOnly Last, HashSet<DateOnly> Off, HashSet<DateOnly> Worked)
    {
        internal bool Works(DateOnly day) => Worked.Contains(day)
            || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Off.Contains(day));
    }
}
