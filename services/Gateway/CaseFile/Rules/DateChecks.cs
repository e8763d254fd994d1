using System.Globalization;
using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;
using Referral.Language;
using Calendar = Referral.Language.Calendar;
using WrittenDate = Referral.Contracts.Letters.WrittenDate;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// Dates of a section: there is such a day, in a Gregorian year where one belongs (REF-2303); not in the
/// future, not before a lifetime, in order (REF-2009); and in agreement with what the paper says in its
/// calendar (REF-2304).
/// </summary>
internal static class DateChecks
{
    /// <summary>From this year on a year is one of the Buddhist Era: 2400 BE is 1857.</summary>
    private const int FirstBuddhistYear = 2400;

    /// <summary>Years back a date of a living person may lie, included.</summary>
    private const int YearsBackMax = 130;

    private const uint AgeMax = 120;

    public static Refusal? Look(FieldValues values, DateOnly today)
    {
        foreach (var (key, value) in values)
            if (Look(key, value, today) is { } refusal)
                return refusal;
        return Ordered(values);
    }

    private static Refusal? Look(string key, object value, DateOnly today) => (key, value) switch
    {
        ("identification_date", string date) =>
            date.Length == 10 ? Plain(key, date, today) : Impossible(key, date),
        ("exploitation_from" or "exploitation_to", string date) => Plain(key, date, today),
        (_, BirthDate birth) => Birth(key, birth, today),
        (_, IEnumerable<AccompanyingChild> children) => children.Where(c => c.Birth is not null)
            .Select(c => Birth(key, c.Birth, today)).FirstOrDefault(r => r is not null),
        _ => null,
    };

    private static Refusal? Birth(string key, BirthDate birth, DateOnly today)
    {
        // A nominal age is counted from one at birth.
        if (birth.DeclaredAge > AgeMax || birth.NominalAge > AgeMax + 1)
            return NotValid(key, "AGE-0-TO-120");
        if (birth.Date?.Value is not { Length: > 0 } value)
            return null;
        if (Plain(key, value, today) is { } refusal)
            return refusal;
        if (birth.Date.Precision != PrecisionOf(value))
            return NotValid(key, "PRECISION-AS-VALUE");
        return AsOnPaper(birth.Date)
            ? null : Refusals.Field(Refusals.DateDisagrees, key, ("value", FormOf(value)));
    }

    private static Refusal? Plain(string key, string value, DateOnly today)
    {
        if (CalendarDays.Read(value) is not { } days || days.First.Year >= FirstBuddhistYear)
            return Impossible(key, value);
        if (days.First > today)
            return NotValid(key, "NOT-AFTER-TODAY");
        return days.First.Year < today.Year - YearsBackMax ? NotValid(key, "WITHIN-130-YEARS") : null;
    }

    private static bool AsOnPaper(WrittenDate date) =>
        date.AsWritten.Length == 0 || Dates.Agrees(date.AsWritten, CalendarOf(date), date.Value);

    private static Calendar CalendarOf(WrittenDate date) => date.Calendar switch
    {
        CalendarSystem.Buddhist => Calendar.Buddhist,
        CalendarSystem.Gregorian => Calendar.Gregorian,
        _ => Dates.Read(date.AsWritten)?.Calendar ?? Calendar.Gregorian,
    };

    private static Refusal? Ordered(FieldValues values) =>
        CalendarDays.Read(values.Text("exploitation_from")) is { } from
        && CalendarDays.Read(values.Text("exploitation_to")) is { } to && to.Last < from.First
            ? NotValid("exploitation_to", "NOT-BEFORE-FROM") : null;

    // Of an impossible date a Buddhist year is told, since that is the mistake; else only the form is.
    private static Refusal Impossible(string key, string value) => Refusals.Field(
        Refusals.DateImpossible, key,
        ("value", CalendarDays.Read(value)?.First.Year.ToString(CultureInfo.InvariantCulture)
            ?? FormOf(value)));

    private static Refusal NotValid(string key, string rule) =>
        Refusals.Field(Refusals.FieldNotValid, key, ("rule", rule));

    private static string FormOf(string value) =>
        value.Length switch { 4 => "yyyy", 7 => "yyyy-MM", _ => "yyyy-MM-dd" };

    private static DatePrecision PrecisionOf(string value) => value.Length switch
    {
        4 => DatePrecision.Year,
        7 => DatePrecision.Month,
        _ => DatePrecision.Day,
    };
}
