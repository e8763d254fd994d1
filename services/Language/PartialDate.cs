using System.Globalization;
using Referral.Language.Calendars;

namespace Referral.Language;

/// The calendar a date is written in: common era, or Buddhist era (พ.ศ., ພ.ສ.).
public enum Calendar { Gregorian, Buddhist }

/// How much of a date is known.
public enum Precision { Year, Month, Day }

/// A date as a document gives it, and what it is in the Gregorian calendar.
/// Value: yyyy, yyyy-MM or yyyy-MM-dd, Gregorian, as precise as Precision says. Nothing is filled in.
public sealed record PartialDate(string AsWritten, Calendar Calendar, string Value, Precision Precision)
{
    /// First and last day the date may be. A Thai year before 2484 ran from April, so it spans two
    /// Gregorian ones.
    public DayInterval Days => Precision switch
    {
        Precision.Day => DayInterval.Of(Day(Value), Day(Value)),
        Precision.Month => DayInterval.Of(Day(Value + "-01"), Day(Value + "-01").AddMonths(1).AddDays(-1)),
        _ when Calendar == Calendar.Buddhist => BuddhistYears.Days(YearOf(Value) + 543),
        _ => DayInterval.Of(Day(Value + "-01-01"), Day(Value + "-12-31")),
    };

    static int YearOf(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    static DateOnly Day(string value) =>
        DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// Days from the first to the last, both included.
public sealed record DayInterval(DateOnly From, DateOnly To)
{
    /// Refuses: an end before the beginning (ArgumentException).
    public static DayInterval Of(DateOnly from, DateOnly to) =>
        to >= from ? new(from, to)
            : throw new ArgumentException("The interval ends before it begins.", nameof(to));
}
