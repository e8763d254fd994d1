using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Gateway.Telemetry;

namespace Referral.Gateway.Border.Watch;

/// <summary>
/// Looks at the border at a fixed cadence: gives the alerts that are due, and counts what waits for the
/// metrics.
/// </summary>
internal sealed class BorderWatch(
    Steps steps, GatewayIdentity identity, Meters meters, TimeProvider clock, ILogger<BorderWatch> log)
    : BackgroundService
{
    /// <summary>Seconds between two looks.</summary>
    private const int LookSeconds = 10;

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(LookSeconds), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                try
                {
                    await Look();
                }
                catch (Exception fault) when (!stopping.IsCancellationRequested)
                {
                    log.WatchFaulted(fault.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped between two looks: what is overdue is told after the next start.
        }
    }

    internal async Task Look()
    {
        foreach (var one in await steps.Always(OverdueLetters.Look))
        {
            log.LetterOverdue(one.Referral, one.Number, one.Country, one.Minutes, one.Alert);
        }

        foreach (var country in Neighbours.All(identity))
        {
            var (due, oldest) = await steps.Read(async step =>
            {
                var letters = step.Db.LettersOut.Where(l => l.ToCountry == country && l.DueAt != null);
                return (await letters.LongCountAsync(),
                    await letters.OrderBy(l => l.WrittenAt).Select(l => (DateTimeOffset?)l.WrittenAt)
                        .FirstOrDefaultAsync());
            });
            meters.Waiting(country, due, oldest is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero);
        }
    }
}

/// <summary>What the watch says in the log. Events 2450 to 2459, of the border's hundred.</summary>
internal static partial class Log
{
    [LoggerMessage(2450, LogLevel.Warning,
        "{Referral}: letter {Number} to {Country} is not settled after {Minutes} minutes (alert {Alert})")]
    public static partial void LetterOverdue(
        this ILogger log, string referral, long number, string country, int minutes, int alert);

    [LoggerMessage(2451, LogLevel.Error, "The watch over the border met a fault of the machine: {Fault}")]
    public static partial void WatchFaulted(this ILogger log, string fault);
}
