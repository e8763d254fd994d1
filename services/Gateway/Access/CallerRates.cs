using System.Threading.RateLimiting;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>
/// How many calls one account makes a second; what is more is refused at once and costs nothing. Another
/// account is not touched by it. Refuses: REF-2012.
/// </summary>
internal sealed class CallerRates(GatewayIdentity identity) : IDisposable
{
    public const string TooMany = "REF-2012";

    private readonly PartitionedRateLimiter<string> _rates =
        PartitionedRateLimiter.Create<string, string>(account => RateLimitPartition.GetTokenBucketLimiter(
            account, _ => new TokenBucketRateLimiterOptions
            {
                TokensPerPeriod = Math.Max(1, identity.Settings.Door.CallsPerSecond / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                TokenLimit = identity.Settings.Door.CallsPerSecond,
                QueueLimit = 0,
            }));

    public async ValueTask<Refusal?> Take(Caller caller)
    {
        using var lease = await _rates.AcquireAsync(caller.Account);
        return lease.IsAcquired ? null : Refusal.Of(
            TooMany, ("limit", Step.Text(identity.Settings.Door.CallsPerSecond)));
    }

    public void Dispose() => _rates.Dispose();
}
