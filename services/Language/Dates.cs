using System.Globalization;
using Referral.Language.Calendars;

namespace Referral.Language;

/// Dates as documents write them, in the common and the Buddhist era, and as a reader of another language
/// expects them.
public static class Dates
{
    /// Reads a date written in Thai, Lao, Chinese, Vietnamese or English. Null when none can be read for
    /// certain:
    /// no year, an impossible day, two dates. Day stands before month, the custom of these languages, unless
    /// the
    /// year comes first. A year from 2400 to 2700 is Buddhist unless the era says otherwise.
    /// Calendar: what the document is known to use; null lets the era or the year decide.
    public static PartialDate? Read(string asWritten, Calendar? calendar = null)
    {
        if (DateText.Parts(asWritten) is not { } parts) return null;
        if (parts.Era is { } era && calendar is { } given && era != given) return null;
        var known = calendar ?? parts.Era
            ?? (BuddhistYears.IsBuddhist(parts.Year) ? Calendar.Buddhist : Calendar.Gregorian);
        // Neither 2547 in the common era nor 1999 in the Buddhist one is a date of a living person.
        if (BuddhistYears.IsBuddhist(parts.Year) != (known == Calendar.Buddhist)) return null;
        if (known == Calendar.Buddhist && !BuddhistYears.HasMonth(parts.Year, parts.Month)) return null;
        var year = known == Calendar.Buddhist
            ? BuddhistYears.ToGregorian(parts.Year, parts.Month) : parts.Year;
        if (year is < 1800 or > 2200 || parts.Month is < 1 or > 12) return null;
        if (parts.Day is { } day && (day < 1 || day > DateTime.DaysInMonth(year, parts.Month!.Value)))
            return null;
        return new PartialDate(asWritten, known, Value(year, parts.Month, parts.Day), PrecisionOf(parts));
    }

    /// The date in the reader's language and calendar, digits 0-9. Thai readers get the Buddhist year.
    /// Refuses: a value that is no date of that precision, or another language (ArgumentException).
    public static string Write(string value, Precision precision, string readerLanguage)
    {
        if (!DateText.TryValue(value, precision, out var year, out var month, out var day))
            throw new ArgumentException("Not a Gregorian date of the given precision.", nameof(value));
        return DateStyle.Write(year, month, day, readerLanguage);
    }

    /// Whether a Gregorian value agrees with the text in its calendar, as far as both are precise.
    /// True also when the text holds no readable date; false when the value is no date.
    public static bool Agrees(string asWritten, Calendar calendar, string value)
    {
        if (value.Length is not (4 or 7 or 10)) return false;
        var precision = value.Length switch { 4 => Precision.Year, 7 => Precision.Month, _ => Precision.Day };
        if (!DateText.TryValue(value, precision, out _, out _, out _)) return false;
        if (DateText.Parts(asWritten) is null) return true;
        if (Read(asWritten, calendar) is not { } read) return false;
        var shared = Math.Min(read.Value.Length, value.Length);
        return string.CompareOrdinal(read.Value, 0, value, 0, shared) == 0;
    }

    static string Value(int year, int? month, int? day)
    {
        var text = year.ToString("0000", CultureInfo.InvariantCulture);
        if (month is { } m) text += m.ToString("'-'00", CultureInfo.InvariantCulture);
        if (day is { } d) text += d.ToString("'-'00", CultureInfo.InvariantCulture);
        return text;
    }

    static Precision PrecisionOf(WrittenDate parts) =>
        parts.Day is not null ? Precision.Day : parts.Month is not null ? Precision.Month : Precision.Year;
}
