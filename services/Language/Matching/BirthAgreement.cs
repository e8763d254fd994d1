using System.Globalization;

namespace Referral.Language.Matching;

/// How two dates of birth agree, each known to the year, the month or the day. What is not known is not held
/// against anybody, and neither are the mistakes that papers make: day and month swapped, a Buddhist year
/// taken for a Gregorian one, a year that was guessed.
static class BirthAgreement
{
    const int BuddhistYears = 543;

    /// Null where one of the two is no date.
    public static (double Agreement, string Because)? Of(string asked, string held)
    {
        if (Read(asked) is not { } one || Read(held) is not { } other) return null;
        if (one.Year != other.Year)
            return Math.Abs(one.Year - other.Year) switch
            {
                BuddhistYears => (0.5, MatchBecause.EraConfused),
                1 => (0.2, MatchBecause.YearNear),
                <= 3 => (-0.3, MatchBecause.YearNear),
                _ => (-1, MatchBecause.OtherBirth),
            };
        if (one.Month is not { } month || other.Month is not { } otherMonth)
            return (0.5, MatchBecause.SameYear);
        if (one.Day is not { } day || other.Day is not { } otherDay)
            return month == otherMonth ? (0.75, MatchBecause.SameMonth) : (-0.3, MatchBecause.OtherDay);
        if (month == otherMonth && day == otherDay) return (1, MatchBecause.SameDay);
        if (month == otherDay && day == otherMonth) return (0.7, MatchBecause.DayAndMonthSwapped);
        // The first of January stands where only the year was known.
        if (month == 1 && day == 1 || otherMonth == 1 && otherDay == 1) return (0.4, MatchBecause.SameYear);
        return month == otherMonth || day == otherDay
            ? (0.2, MatchBecause.SameYear) : (-0.2, MatchBecause.OtherDay);
    }

    static (int Year, int? Month, int? Day)? Read(string value)
    {
        if (value.Length is not (4 or 7 or 10) || Number(value, 0, 4) is not { } year) return null;
        if (value.Length == 4) return (year, null, null);
        if (value[4] != '-' || Number(value, 5, 2) is not (>= 1 and <= 12 and var month)) return null;
        if (value.Length == 7) return (year, month, null);
        return value[7] != '-' || Number(value, 8, 2) is not (>= 1 and <= 31 and var day)
            ? null : (year, month, day);
    }

    static int? Number(string value, int at, int length) => int.TryParse(
        value.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : null;
}
