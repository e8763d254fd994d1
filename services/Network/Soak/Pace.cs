namespace Referral.Network.Soak;

/// <summary>Lets so many letters a second go, over all who write. Who comes late is not made up for.</summary>
internal sealed class Pace(double rate)
{
    private readonly Lock _turn = new();
    private readonly TimeSpan _between = TimeSpan.FromSeconds(1 / rate);
    private DateTime _next = DateTime.UtcNow;

    public Task Next(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_turn)
        {
            var now = DateTime.UtcNow;
            if (_next < now) _next = now;
            wait = _next - now;
            _next += _between;
        }
        return Task.Delay(wait, cancellation);
    }
}
