namespace Referral.Language.Calendars;

/// Thai Buddhist years in Gregorian ones.
internal static class BuddhistYears
{
    public const int Least = 2400;
    public const int Most = 2700;

    /// Buddhist era = common era + 543. From this Buddhist year on the year begins on 1 January.
    const int JanuaryYearsFrom = 2484;

    /// UNVERIFIED RULE: before 2484 the Thai year began on 1 April, so its January to March fall in CE = BE -
    /// 542.
    /// Not read in a source; kept under its own name so that it can be confirmed or taken out.
    static bool FallsInNextGregorianYear(int year, int? month) =>
        year < JanuaryYearsFrom && month is >= 1 and <= 3;

    /// The days of a Buddhist year: April to March before 2483, April to December in 2483, January on since
    /// 2484.
    public static DayInterval Days(int year) => year switch
    {
        < JanuaryYearsFrom - 1 => DayInterval.Of(new(year - 543, 4, 1), new(year - 542, 3, 31)),
        JanuaryYearsFrom - 1 => DayInterval.Of(new(year - 543, 4, 1), new(year - 543, 12, 31)),
        _ => DayInterval.Of(new(year - 543, 1, 1), new(year - 543, 12, 31)),
    };

    /// 2483 ended with December, so it had no January, February or March.
    public static bool HasMonth(int year, int? month) => year != JanuaryYearsFrom - 1
        || month is not (>= 1 and <= 3);

    public static bool IsBuddhist(int year) => year is >= Least and <= Most;

    /// The Gregorian year. A Buddhist year alone before 2484 spans two Gregorian ones; the one holding most
    /// of it is given.
    public static int ToGregorian(int year, int? month) =>
        FallsInNextGregorianYear(year, month) ? year - 542 : year - 543;

    public static int FromGregorian(int year, int? month) =>
        FallsInNextGregorianYear(year + 543, month) ? year + 542 : year + 543;
}
