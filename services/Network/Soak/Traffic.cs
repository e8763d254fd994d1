using System.Collections.Concurrent;
using Referral.Network.Play;

namespace Referral.Network.Soak;

/// <summary>
/// Officers of all ordered pairs write letters, several referrals of each pair at a time, until told to end.
/// Each command is repeated until it is answered, so at the end it is known how many letters there must be.
/// </summary>
internal sealed class Traffic(RunningNetwork network, SoakSettings settings)
{
    /// <summary>Referrals of one pair that are written to at a time.</summary>
    private const int LanesPerPair = 2;

    private readonly Pace _pace = new(settings.Rate);
    private readonly ConcurrentQueue<string> _problems = new();
    private int _written;
    private int _referrals;

    /// <summary>Letters whose release was acknowledged.</summary>
    public int Written => Volatile.Read(ref _written);

    public int Referrals => Volatile.Read(ref _referrals);

    /// <summary>What a gateway said that it should not have; empty when all went as it must.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Writes until the token is cancelled, and returns when no command is open any more.</summary>
    public Task Run(CancellationToken enough) => Task.WhenAll(
        from pair in Pair.All
        from lane in Enumerable.Range(0, LanesPerPair)
        // Where a gateway runs twice, the officers of one lane ask at its second door.
        let doors = lane == 0 ? network : network.BySecondDoors()
        select Task.Run(() => Lane(pair, doors, enough), CancellationToken.None));

    private async Task Lane(Pair pair, RunningNetwork doors, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested && _problems.IsEmpty)
        {
            try
            {
                var referral = new WrittenReferral(doors, pair, _pace, letters =>
                    Interlocked.Add(ref _written, letters));
                var problem = await referral.Open(enough).ConfigureAwait(false)
                    ?? await referral.Write(enough).ConfigureAwait(false);
                Interlocked.Increment(ref _referrals);
                if (problem is not null) _problems.Enqueue($"{pair}: {problem}");
            }
            catch (NetworkFault fault)
            {
                _problems.Enqueue($"{pair}: {fault.Message}");
            }
        }
    }
}
