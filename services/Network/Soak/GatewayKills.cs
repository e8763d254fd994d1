using Referral.Network.Processes;

namespace Referral.Network.Soak;

/// <summary>
/// Kills gateways (kill -9), one of the four by lot at times by lot, and starts each again where it was. The
/// time to the next kill runs while all four serve: on a busy machine a start takes long, and gateways that
/// never serve would prove nothing. A gateway that ends of its own accord is a finding, and started again.
/// </summary>
internal sealed class GatewayKills(ProcessNetwork network, SoakSettings settings)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DownAtMost = TimeSpan.FromSeconds(2);

    private readonly Random _lot = new(settings.Seed);
    private readonly Dictionary<string, int> _kills = Members.Codes.ToDictionary(code => code, _ => 0);
    private readonly Dictionary<string, Task> _starting = [];
    private CancellationToken _stopping;
    private int _ended;

    public int Total => _kills.Values.Sum();

    /// <summary>Times that a gateway ended although nobody killed it.</summary>
    public int EndedByThemselves => _ended;

    public bool Enough => settings.KillEvery <= 0 || _kills.Values.All(count => count >= settings.Kills);

    /// <summary>Kills until told to end, and returns when all four run.</summary>
    public async Task Run(CancellationToken enough, CancellationToken stopping)
    {
        _stopping = stopping;
        var next = Wait();
        while (!enough.IsCancellationRequested)
        {
            await Task.Delay(next < Look ? next : Look, enough)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (enough.IsCancellationRequested) break;
            StartThoseThatEnded();
            if (!Members.Codes.All(IsUp)) continue;
            next -= Look;
            if (next > TimeSpan.Zero) continue;
            next = Wait();
            if (Choose() is { } country) _starting[country] = KillAndStart(country);
        }
        if (!stopping.IsCancellationRequested) StartThoseThatEnded();
        await Task.WhenAll(_starting.Values).ConfigureAwait(false);
    }

    // Those that still need kills come first; a gateway that is starting is left alone.
    private string? Choose()
    {
        var up = Members.Codes.Where(IsUp).ToList();
        var behind = up.Where(code => _kills[code] < settings.Kills).ToList();
        var among = behind.Count > 0 ? behind : up;
        return settings.KillEvery <= 0 || among.Count == 0 ? null : among[_lot.Next(among.Count)];
    }

    private bool IsUp(string country) =>
        _starting.GetValueOrDefault(country)?.IsCompleted != false && network.IdOf(country) is not null;

    private void StartThoseThatEnded()
    {
        foreach (var country in Members.Codes)
        {
            if (_starting.GetValueOrDefault(country)?.IsCompleted == false) continue;
            if (network.IdOf(country) is not null) continue;
            _ended++;
            settings.Tell($"{country}: the gateway ended of its own accord; its words stand in gateway.log");
            _starting[country] = Start(country);
        }
    }

    private Task KillAndStart(string country)
    {
        _kills[country]++;
        var down = DownAtMost * _lot.NextDouble();
        return Task.Run(async () =>
        {
            await network.Kill(country).ConfigureAwait(false);
            await Task.Delay(down, _stopping).ConfigureAwait(false);
            await Start(country).ConfigureAwait(false);
        });
    }

    // It is tried again while its database is away.
    private async Task Start(string country)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await network.Kill(country).ConfigureAwait(false);
                await network.StartAgain(country, _stopping).ConfigureAwait(false);
                return;
            }
            catch (NetworkFault) when (tries < 10)
            {
                await Task.Delay(Look, _stopping).ConfigureAwait(false);
            }
        }
    }

    private TimeSpan Wait() => TimeSpan.FromSeconds(
        settings.KillEvery <= 0 ? 1 : settings.KillEvery * (0.5 + _lot.NextDouble()));
}
