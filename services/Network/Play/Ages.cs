using System.Globalization;
using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>
/// Whether the person of a file is a child on the day of the first event: under 18, in doubt a child. An
/// exact birth date may be any day that its precision leaves open, so the last one counts. Source: Convention
/// on the Rights of the Child, art. 1; the benefit of doubt is the project's rule for a disputed age.
/// </summary>
internal static class Ages
{
    private const int AdultYears = 18;

    public static bool IsChild(CaseFile file)
    {
        var first = DateOnly.ParseExact(file.Events[0].Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return LatestBirth(file.Person.Birth.Value).AddYears(AdultYears) > first;
    }

    private static DateOnly LatestBirth(string value)
    {
        var parts = value.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length switch
        {
            1 => new(parts[0], 12, 31),
            2 => new(parts[0], parts[1], DateTime.DaysInMonth(parts[0], parts[1])),
            _ => new(parts[0], parts[1], parts[2]),
        };
    }
}
