using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// Dates of a section: possible, not in the future, a Gregorian year where a Gregorian one belongs (REF-2303), and
/// in agreement with what the paper says in its own calendar (REF-2304).
/// </summary>
internal static class DateChecks
{
    /// <summary>From this year on a year is one of the Buddhist Era: 2400 BE is 1857.</summary>
    private const int FirstBuddhistYear = 2400;

    /// <summary>Years back a date of a living person may lie, included.</summary>
    private const int YearsBackMax = 130;

    public static Refusal? Look(FieldValues values, DateOnly today)
    {
        foreach (var (key, value) in values)
            if (Look(key, value, today) is { } refusal)
                return refusal;
        return Ordered(values);
    }

    private static Refusal? Look(string key, object value, DateOnly today) => (key, value) switch
    {
        ("identification_date" or "exploitation_from" or "exploitation_to", string date) =>
            Plain(key, date, today, dayNeeded: key == "identification_date"),
        (_, BirthDate birth) => Birth(key, birth, today),
        (_, IEnumerable<AccompanyingChild> children) => children.Where(c => c.Birth is not null)
            .Select(c => Birth(key, c.Birth, today)).FirstOrDefault(r => r is not null),
        _ => null,
    };

    private static Refusal? Birth(string key, BirthDate birth, DateOnly today)
    {
        if (birth.DeclaredAge > 120 || birth.NominalAge > 121)
            return Refusals.Field(Refusals.DateNotPossible, key);
        if (birth.Date is not { } date || (date.Value.Length == 0 && date.AsWritten.Length == 0))
            return null;
        if (date.Value.Length > 0 && Plain(key, date.Value, today, dayNeeded: false) is { } refusal)
            return refusal;
        if (date.Value.Length > 0 && date.Precision != PrecisionOf(date.Value))
            return Refusals.Field(Refusals.DateNotPossible, key);
        return PaperDates.Agree(date) ? null : Refusals.Field(Refusals.DateNotPossible, key);
    }

    private static Refusal? Plain(string key, string value, DateOnly today, bool dayNeeded)
    {
        if (CalendarDays.Read(value) is not { } days)
            return Refusals.Field(Refusals.DateNotPossible, key);
        if (days.First.Year >= FirstBuddhistYear)
            return Refusals.Field(Refusals.YearNotGregorian, key);
        return days.First > today || days.First.Year < today.Year - YearsBackMax || (dayNeeded && days.First != days.Last)
            ? Refusals.Field(Refusals.DateNotPossible, key) : null;
    }

    private static Refusal? Ordered(FieldValues values) =>
        CalendarDays.Read(values.Text("exploitation_from")) is { } from
        && CalendarDays.Read(values.Text("exploitation_to")) is { } to && to.Last < from.First
            ? Refusals.Field(Refusals.DateNotPossible, "exploitation_to") : null;

    private static DatePrecision PrecisionOf(string value) => value.Length switch
    {
        4 => DatePrecision.Year,
        7 => DatePrecision.Month,
        _ => DatePrecision.Day,
    };
}
