using System.Diagnostics;
using Referral.Network.Processes;

namespace Referral.Network.Soak;

/// <summary>
/// Kills gateways (kill -9), one by lot at times by lot, and starts each again where it was. The
/// time to the next kill runs while all serve: on a busy machine a start takes long, and gateways that
/// never serve would prove nothing. A gateway that ends of its own accord is a finding, and started again.
/// </summary>
internal sealed class GatewayKills(ProcessNetwork network, SoakSettings settings)
{
    private const double DownSecondsMax = 2;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly Random _lot = new(settings.Seed);
    private readonly Dictionary<string, int> _kills = network.Names.ToDictionary(name => name, _ => 0);
    private readonly Dictionary<string, Task> _starting = [];
    private CancellationToken _stopping;
    private int _ended;

    public int Total => _kills.Values.Sum();

    /// <summary>How often each was killed.</summary>
    public string Told => string.Join(" ", _kills.Select(one => $"{one.Key} {one.Value}"));

    /// <summary>Times that a gateway ended although nobody killed it.</summary>
    public int EndedByThemselves => _ended;

    public bool Enough => settings.KillEvery <= 0 || _kills.Values.All(count => count >= settings.Kills);

    /// <summary>Kills until told to end, and returns when all run.</summary>
    public async Task Run(CancellationToken enough, CancellationToken stopping)
    {
        _stopping = stopping;
        var next = Wait();
        var looked = Stopwatch.StartNew();
        while (!enough.IsCancellationRequested)
        {
            await Task.Delay(Look, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (enough.IsCancellationRequested) break;
            StartThoseThatEnded();
            var since = looked.Elapsed;
            looked.Restart();
            if (!network.Names.All(IsUp)) continue;
            next -= since;
            if (next > TimeSpan.Zero) continue;
            next = Wait();
            if (Choose() is { } name) _starting[name] = KillAndStart(name);
        }
        if (!stopping.IsCancellationRequested) StartThoseThatEnded();
        await Task.WhenAll(_starting.Values).ConfigureAwait(false);
    }

    // Those that still need kills come first; a gateway that is starting is left alone.
    private string? Choose()
    {
        var up = network.Names.Where(IsUp).ToList();
        var behind = up.Where(name => _kills[name] < settings.Kills).ToList();
        var among = behind.Count > 0 ? behind : up;
        return settings.KillEvery <= 0 || among.Count == 0 ? null : among[_lot.Next(among.Count)];
    }

    private bool IsUp(string name) =>
        _starting.GetValueOrDefault(name)?.IsCompleted != false && network.IdOf(name) is not null;

    private void StartThoseThatEnded()
    {
        foreach (var name in network.Names)
        {
            if (_starting.GetValueOrDefault(name)?.IsCompleted == false) continue;
            if (network.IdOf(name) is not null) continue;
            _ended++;
            settings.Tell($"{name}: the gateway ended of its own accord; its words stand in gateway.log");
            _starting[name] = Start(name);
        }
    }

    private Task KillAndStart(string name)
    {
        _kills[name]++;
        var down = TimeSpan.FromSeconds(Math.Min(DownSecondsMax, settings.KillEvery) * _lot.NextDouble());
        return Task.Run(async () =>
        {
            await network.Kill(name).ConfigureAwait(false);
            await Task.Delay(down, _stopping).ConfigureAwait(false);
            await Start(name).ConfigureAwait(false);
        });
    }

    // It is tried again while its database is away.
    private async Task Start(string name)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await network.Kill(name).ConfigureAwait(false);
                await network.StartAgain(name, _stopping).ConfigureAwait(false);
                return;
            }
            catch (NetworkFault) when (tries < 10)
            {
                await Task.Delay(Again, _stopping).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan Wait() => TimeSpan.FromSeconds(
        settings.KillEvery <= 0 ? 1 : settings.KillEvery * (0.5 + _lot.NextDouble()));
}
