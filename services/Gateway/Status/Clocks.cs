using Referral.Contracts.Agreements;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Status;

/// <summary>
/// Starts and stops the deadlines of a case as it moves. Which ones is data: contracts/Agreements/clocks.csv.
/// </summary>
internal static class Clocks
{
    public static async Task Moved(Step step, CaseRow row, string happened)
    {
        using var span = Trace.Here();
        var ours = ClockBook.Shipped.All.Where(c => c.Gateway == row.Side).ToList();
        foreach (var clock in ours.Where(c => c.StopsOn.Contains(happened)))
        {
            await step.MeetDeadline(row, clock.Rule);
        }

        var starting = ours.Where(c => c.StartsOn == happened && Fits(c, row)).ToList();
        foreach (var clock in starting.Where(c => !starting.Exists(other => other.InsteadOf == c.Rule)))
        {
            Start(step, row, clock);
        }
    }

    private static void Start(Step step, CaseRow row, ClockRule clock)
    {
        var country = Acting(clock, row);
        var from = step.Today;
        if (clock.After is { } first)
        {
            var passed = DueDates.Of(Rule(first), country, from);
            if (passed.Refused)
            {
                step.StartDeadline(row, clock.Rule, country, passed);
                return;
            }

            from = passed.Outcome;
        }

        step.StartDeadline(row, clock.Rule, country, DueDates.Of(Rule(clock.Rule), country, from));
    }

    private static bool Fits(ClockRule clock, CaseRow row) =>
        Rule(clock.Rule).Scope is "*" || Rule(clock.Rule).Scope == Acting(clock, row);

    private static string Acting(ClockRule clock, CaseRow row) =>
        clock.Acts == Sides.Host ? row.Host : row.Origin;

    private static DeadlineRule Rule(string id) =>
        DeadlineBook.Shipped.Find(id) ?? throw new InvalidOperationException($"No deadline {id}.");
}
