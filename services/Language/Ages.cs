namespace Referral.Language;

/// What an age rests on, from the surest to the least sure.
public enum AgeBasis { BirthDay, BirthMonth, BirthYear, StatedAge, NominalAge }

/// An age in full years on a day: between Least and Most, both included; equal where the birthday is known.
public sealed record Age(int Least, int Most, AgeBasis Basis, DayInterval Born)
{
    /// Whether the person is younger than the limit: true, false, or null where what is known does not tell.
    public bool? IsUnder(int limit) => Most < limit ? true : Least >= limit ? false : null;
}

/// Ages on a given day, with what they rest on.
public static class Ages
{
    /// The highest age that is taken for one, in years.
    public const int YearsMax = 130;

    // The lunar new year falls between 21 January and 20 February.
    const int EarliestLunarNewYear = 21;
    const int LatestLunarNewYear = 20;

    /// The age on a day of somebody born on this date. Refuses: a day before the birth (ArgumentException).
    public static Age On(DateOnly day, PartialDate birth) => On(day, birth.Days, birth.Precision switch
    {
        Precision.Day => AgeBasis.BirthDay, Precision.Month => AgeBasis.BirthMonth, _ => AgeBasis.BirthYear,
    });

    /// The age on a day, from an age in full years stated on another day.
    public static Age FromStated(int years, DateOnly statedOn, DateOnly day) =>
        On(day, DayInterval.Of(statedOn.AddYears(-Known(years) - 1).AddDays(1), statedOn.AddYears(-years)),
            AgeBasis.StatedAge);

    /// The age on a day, from a nominal age told on another day: one at birth, one more each new year.
    /// Whether the solar or the lunar year was counted is not known, so the interval of birth holds both.
    public static Age FromNominal(int count, DateOnly toldOn, DateOnly day)
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), "A nominal age begins with one.");
        var year = toldOn.Year - Known(count) + 1;
        // Before the latest lunar new year the old year may still have been counted.
        var oldYear = toldOn <= new DateOnly(toldOn.Year, 2, LatestLunarNewYear);
        var from = oldYear ? new DateOnly(year - 1, 1, EarliestLunarNewYear) : new DateOnly(year, 1, 1);
        var to = new DateOnly(year + 1, 2, LatestLunarNewYear);
        return On(day, DayInterval.Of(from, to > toldOn ? toldOn : to), AgeBasis.NominalAge);
    }

    static Age On(DateOnly day, DayInterval born, AgeBasis basis)
    {
        if (day < born.From) throw new ArgumentException("The day lies before the birth.", nameof(day));
        var youngest = born.To > day ? day : born.To;
        return new Age(Years(youngest, day), Years(born.From, day), basis, born);
    }

    // Who was born on 29 February is a year older on 1 March of other years.
    static int Years(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }

    static int Known(int years) => years is >= 0 and <= YearsMax
        ? years : throw new ArgumentOutOfRangeException(nameof(years), $"An age is 0 to {YearsMax} years.");
}
