using Referral.Contracts.Agreements;

namespace Referral.Gateway.Status;

/// <summary>
/// The day by which something is due, by the rule's unit and the calendar of the country that acts. The day
/// of the event does not count; the due day does. Refuses: REF-2207, a day past the calendars held.
/// </summary>
internal static class DueDates
{
    public static Decision<DateOnly> Of(DeadlineRule rule, string country, DateOnly from) => rule.Unit switch
    {
        "working_days" => WorkingDays.Shipped.Add(country, from, rule.Amount) is { } day
            ? day
            : Refusal.Of(Refusals.CalendarEnds, ("rule", rule.Id), ("country", country),
                ("limit", Text(WorkingDays.Shipped.Until(country)))),
        "days" => from.AddDays(rule.Amount),
        "month" or "months" => from.AddMonths(rule.Amount),
        // A desk counts days: some hours from now is the day on which they end.
        "hours" => from.AddDays((rule.Amount + 23) / 24),
        _ => throw new InvalidOperationException($"Deadline {rule.Id} has the unit {rule.Unit}."),
    };

    public static string Text(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Numbers of this feature.</summary>
internal static class Refusals
{
    public const string CalendarEnds = "REF-2207";
}
