using System.Globalization;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The day on which something happened, as an officer enters it: a real day, not after today.
/// </summary>
internal static class HappenedOn
{
    /// <summary>Earliest year an officer may enter: no running case is older.</summary>
    public const int YearMin = 2000;

    /// <summary>Refuses: REF-2303. Empty means today.</summary>
    public static Decision<string> Read(string text, DateOnly today)
    {
        if (text.Length == 0)
        {
            return Status.DueDates.Text(today);
        }

        return DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= YearMin && day <= today
            ? text
            : Refusal.Of("REF-2303", ("field", "happened_on"), ("value", Shown(text)));
    }

    // What stands in a date field may be anything; a refusal repeats only what looks like a date.
    private static string Shown(string text) =>
        text.Length <= 10 && text.All(c => char.IsAsciiDigit(c) || c == '-') ? text : "-";
}
