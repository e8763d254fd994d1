using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Referral.Gateway.Border.Carriers;

namespace Referral.Gateway.Border;

/// <summary>
/// Sends what is due. One loop and one pouch in flight for each country, so that a dead or slow neighbour
/// delays no other. A line at rest adds no delay; on a busy one letters gather while the pouch before is
/// confirmed, and for a moment after it.
/// </summary>
internal sealed class Outbox(
    Steps steps, OutboxBell bell, ICarrier carrier, GatewayIdentity identity, TimeProvider clock,
    ILogger<Outbox> log)
    : BackgroundService
{
    /// <summary>Between two looks at the table without a ring.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A pouch that was taken is entered with the next, or after this long: by then the neighbour has it, and
    /// the machine has time again. Another replica waits for the line meanwhile.
    /// </summary>
    private static readonly TimeSpan EnterAfter = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// From one pouch that was not full to the next. Each costs both sides a transaction, however few letters
    /// are in it. Of the machine's own time, whatever the gateway's clock shows.
    /// </summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// The same for receipts alone, for nobody waits for one as for a letter. A letter takes along what has
    /// gathered.
    /// </summary>
    private static readonly TimeSpan ReceiptsApart = TimeSpan.FromMilliseconds(40);

    protected override Task ExecuteAsync(CancellationToken stopping) => Task.WhenAll(
        identity.Trust.Members.Select(member => member.Country).Where(country => country != identity.Code)
            .Select(country => Task.Run(() => Serve(country, stopping), stopping)));

    private async Task Serve(string country, CancellationToken stopping)
    {
        var line = new Line(country);
        var patience = Patience(country);
        try
        {
            while (true)
            {
                var begin = Stopwatch.GetTimestamp();
                bell.Hush(country);
                while (await patience.ExecuteAsync(token => SendOne(line, token), stopping))
                {
                    // As long as more is due than a pouch takes, the next follows the one that was confirmed.
                }

                line.Rung = await bell.Wait(country, line.Taken is null ? LookAgain : EnterAfter, stopping);
                await LetGather(country, begin, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping: what is due stays due, and what was taken is entered, for another replica waits.
            if (line.Taken is { } taken)
            {
                await steps.Always(step => PouchSent.Taken(step, taken));
            }
        }
    }

    private async Task LetGather(string country, long begin, CancellationToken stopping)
    {
        if (Apart - Stopwatch.GetElapsedTime(begin) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, stopping);
        }

        if (ReceiptsApart - Stopwatch.GetElapsedTime(begin) is var more && more > TimeSpan.Zero)
        {
            await bell.WaitForLetter(country, more, stopping);
        }
    }

    /// <summary>
    /// A carrier that does not take a pouch, or a fault of the machine: tried again without end, with
    /// growing, jittered pauses. The letters stay due.
    /// </summary>
    private ResiliencePipeline Patience(string country) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(
                fault => fault is not OperationCanceledException),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(identity.Settings.FaultPauseSecondsMax),
            OnRetry = again =>
            {
                Tell(country, again.AttemptNumber + 1, again.Outcome.Exception!);
                return default;
            },
        }).Build();

    private void Tell(string country, int faults, Exception fault)
    {
        if (fault is CarrierFault)
        {
            log.CarrierFaulted(country, faults, fault.Message);
            return;
        }

        log.OutboxFaulted(country, fault.GetType().Name);
    }

    /// <summary>
    /// One pouch: gather, seal, hand over. The transaction that gathers it enters the one that was taken
    /// before. True when more is due than went into it.
    /// </summary>
    private async ValueTask<bool> SendOne(Line line, CancellationToken stopping)
    {
        // A line at rest does not take the turn to write from those who do.
        if (!line.Rung && line.Taken is null
            && !await steps.Read(step => WhatIsDue.Any(step, line.Country)))
        {
            return false;
        }

        var load = await steps.Always(step => PouchLoading.Gather(
            step, line.Country, Random.Shared.NextDouble(), line.Taken, written => Trace.From(written)));
        line.Taken = null;
        if (load is null)
        {
            return false;
        }

        using var span = load.Span;
        try
        {
            await carrier.Send(load.Sealed, stopping);
        }
        catch (CarrierFault)
        {
            await steps.Always(step => PouchSent.CameBack(step, load));
            throw;
        }

        line.Taken = load;
        log.PouchTaken(line.Country, load.LetterIds.Count, load.ReceiptIds.Count);
        return load.Full;
    }

    /// <summary>The line to one neighbour.</summary>
    private sealed class Line(string country)
    {
        public string Country => country;

        /// <summary>Something became due since the last look.</summary>
        public bool Rung { get; set; }

        /// <summary>Taken by the carrier and not entered yet; null for none.</summary>
        public PouchLoad? Taken { get; set; }
    }
}
