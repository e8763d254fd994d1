using System.Globalization;
using Referral.Language;
using Calendar = Referral.Language.Calendar;

namespace Referral.Network.Cases;

/// <summary>
/// A birth date must be a date, as long as its precision says, not in the future, and agree with what is
/// written.
/// </summary>
internal static class BirthDates
{
    public static IEnumerable<BrokenRule> Check(CaseFile file) =>
        file.Person.AccompanyingChildren
            .Select((child, i) => (child.Birth, At: $"/person/accompanying_children/{i}/birth"))
            .Prepend((file.Person.Birth, At: "/person/birth"))
            .SelectMany(one => Check(one.Birth, one.At));

    private static IEnumerable<BrokenRule> Check(CaseBirth birth, string at)
    {
        var (form, precision) = birth.Value.Length switch
        {
            4 => ("yyyy", "year"),
            7 => ("yyyy-MM", "month"),
            _ => ("yyyy-MM-dd", "day"),
        };
        if (!DateOnly.TryParseExact(
            birth.Value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new($"{at}/value", Refusals.NotACaseFile,
                "The birth date is no date of the calendar.");
        else if (precision != birth.Precision)
            yield return new($"{at}/precision", Refusals.NotACaseFile,
                $"The value is exact to the {precision}, the precision says {birth.Precision}.");
        else if (birth.AsWritten is { Length: > 0 } written && !Agrees(written, birth))
            yield return new($"{at}/value", Refusals.NotACaseFile,
                "The birth date disagrees with what is written beside it, read in its calendar.");
    }

    // A text without a readable date contradicts nothing; where no calendar is named, it may be meant in
    // either.
    private static bool Agrees(string written, CaseBirth birth) => birth.Calendar switch
    {
        "buddhist" => Dates.Agrees(written, Calendar.Buddhist, birth.Value),
        "gregorian" => Dates.Agrees(written, Calendar.Gregorian, birth.Value),
        _ => Dates.Agrees(written, Calendar.Buddhist, birth.Value)
            || Dates.Agrees(written, Calendar.Gregorian, birth.Value),
    };
}
