using System.Diagnostics;

namespace Referral.Network.Soak;

/// <summary>
/// Letters between all ordered pairs while gateways are killed, the broker is stopped and wiped and the
/// database server restarted, until both counts are met; then all is left to settle, and counted.
/// </summary>
public sealed class SoakRun(SoakSettings settings)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _told;

    public async Task<SoakAccount> Run(CancellationToken cancellation)
    {
        await using var network = await SoakNetwork.Start(settings, cancellation).ConfigureAwait(false);
        var switchedOn = await OperatedAgreements.SwitchOn(network.Running).ConfigureAwait(false);
        if (switchedOn.Count > 0)
            settings.Tell($"Two persons operate {string.Join(", ", switchedOn)}, which ship switched off");
        using var troubles = new Troubles(network, settings);
        var traffic = new Traffic(network.Running, settings);
        await Drive(network, traffic, troubles, cancellation).ConfigureAwait(false);
        var open = await Settle(network, cancellation).ConfigureAwait(false);
        await network.EndGateways().ConfigureAwait(false);
        settings.Tell("The gateways have ended. Counting ...");
        var account = Count(network.Running, traffic, troubles, open);
        if (!account.Exact && network.Database is { } database)
        {
            database.KeepFolder = true;
            settings.Tell($"The database server's folder is kept: {database.Folder}");
        }
        return account;
    }

    // Both run until both have had enough. Whatever ends it, no trouble is left running behind.
    private async Task Drive(
        SoakNetwork network, Traffic traffic, Troubles troubles, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writing = traffic.Run(enough.Token);
        var trouble = troubles.Run(enough.Token, cancellation);
        try
        {
            while (!cancellation.IsCancellationRequested && !writing.IsCompleted && !trouble.IsFaulted
                && !(traffic.Written >= settings.Letters && troubles.Enough))
            {
                await Task.Delay(Look, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Tell(() => $"{traffic.Written} letters of {settings.Letters}, {troubles.Told()}, "
                    + $"{OpenLetters.Count(network.Running)?.ToString() ?? "?"} not settled");
            }
        }
        finally
        {
            await enough.CancelAsync().ConfigureAwait(false);
            await trouble.ConfigureAwait(false);
        }
        // What was begun is brought to its end: an answer that is not waited for would not be counted.
        await writing.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<long> Settle(SoakNetwork network, CancellationToken cancellation)
    {
        for (var began = _watch.Elapsed; ;)
        {
            var open = OpenLetters.Count(network.Running);
            if (open == 0) return 0;
            if (_watch.Elapsed - began > settings.SettleLimit) return open ?? -1;
            Tell(() => $"All is written; {open} letters not settled");
            await Task.Delay(Look, cancellation).ConfigureAwait(false);
        }
    }

    private SoakAccount Count(RunningNetwork network, Traffic traffic, Troubles troubles, long open)
    {
        var count = new Accounting([.. network.Gateways.Select(GatewayRecords.Of)]);
        return new()
        {
            Acknowledged = traffic.Written,
            Written = count.Written,
            Referrals = count.Referrals,
            Pairs = count.Pairs,
            Effects = count.Effects,
            Doubles = count.Doubles,
            Losses = count.Losses(),
            OutOfOrder = count.OutOfOrder(),
            Receipts = count.Receipts(),
            Witnesses = count.Witnesses,
            WitnessesDiffer = count.WitnessesDiffer,
            Troubles = troubles.Told(),
            Took = _watch.Elapsed,
            Findings =
            [
                .. traffic.Problems,
                .. count.Complaints(),
                .. open == 0 ? Array.Empty<string>() : [$"{open} letters were not settled in time"],
                .. troubles.Kills?.EndedByThemselves is > 0 and var ended
                    ? new[] { $"gateways ended of their own accord {ended} times" } : [],
                .. settings.Journals(network.Folder),
            ],
        };
    }

    private void Tell(Func<string> line)
    {
        if (_watch.Elapsed - _told < SignOfLife) return;
        _told = _watch.Elapsed;
        settings.Tell(FormattableString.Invariant($"{_watch.Elapsed.TotalSeconds,5:0} s  {line()}"));
    }
}
