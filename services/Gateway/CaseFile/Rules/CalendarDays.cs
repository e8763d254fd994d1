using System.Globalization;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// The days a normalised date may mean: one for a day, all of them for a month or a year. Reads Gregorian
/// yyyy, yyyy-MM and yyyy-MM-dd alone.
/// </summary>
/// <param name="First">Earliest day, included.</param>
/// <param name="Last">Latest day, included.</param>
internal readonly record struct CalendarDays(DateOnly First, DateOnly Last)
{
    public static CalendarDays? Read(string value)
    {
        var form = value.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        if (form is null
            || !DateOnly.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var first))
            return null;
        return value.Length switch
        {
            4 => new(first, first.AddYears(1).AddDays(-1)),
            7 => new(first, first.AddMonths(1).AddDays(-1)),
            _ => new(first, first),
        };
    }
}
