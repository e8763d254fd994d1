using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Gateway.Border.Carriers;

namespace Referral.Gateway.Border;

/// <summary>
/// Sends what is due. One loop and one pouch in flight for each country, so that a dead or slow neighbour
/// delays no other. A line at rest adds no delay; on a busy one letters gather while the pouch before is
/// confirmed.
/// </summary>
internal sealed class Outbox(
    Steps steps, OutboxBell bell, ICarrier carrier, GatewayIdentity identity, TimeProvider clock,
    ILogger<Outbox> log)
    : BackgroundService
{
    /// <summary>Seconds between two looks at the table without a ring.</summary>
    private const int LookSeconds = 1;

    /// <summary>Longest pause after a carrier fault, in seconds.</summary>
    private const int FaultPauseSecondsMax = 30;

    protected override Task ExecuteAsync(CancellationToken stopping) => Task.WhenAll(
        identity.Trust.Members.Select(member => member.Country).Where(country => country != identity.Code)
            .Select(country => Task.Run(() => Serve(country, stopping), stopping)));

    private async Task Serve(string country, CancellationToken stopping)
    {
        var faults = 0;
        while (!stopping.IsCancellationRequested)
        {
            var rested = faults == 0
                ? TimeSpan.FromSeconds(LookSeconds)
                : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, faults - 1), FaultPauseSecondsMax));
            try
            {
                if (faults > 0)
                {
                    await Task.Delay(rested, clock, stopping);
                }

                while (await SendOne(country, stopping))
                {
                    faults = 0;
                }

                faults = 0;
                await bell.Wait(country, rested, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (CarrierFault fault)
            {
                faults++;
                log.CarrierFaulted(country, faults, fault.Message);
            }
            catch (Exception fault)
            {
                // A fault of the machine: the letters stay due and the loop goes on.
                faults++;
                log.OutboxFaulted(country, fault.GetType().Name);
            }
        }
    }

    /// <summary>One pouch: gather, seal, hand over. False when nothing was due.</summary>
    private async Task<bool> SendOne(string country, CancellationToken stopping)
    {
        var load = await steps.Always(step => PouchLoading.Gather(step, country, Random.Shared.NextDouble()));
        if (load is null)
        {
            return false;
        }

        using var carried = load.Span;
        Activity.Current = carried;
        using var span = Trace.Here();
        try
        {
            await carrier.Send(load.Sealed, stopping);
        }
        catch (CarrierFault)
        {
            await steps.Always(step => PouchLoading.CameBack(step, load));
            throw;
        }

        await steps.Always(step => PouchLoading.Taken(step, load));
        log.PouchTaken(country, load.LetterIds.Count, load.ReceiptIds.Count);
        return true;
    }
}
