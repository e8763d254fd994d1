using Referral.Contracts;
using Referral.Network;

namespace Referral.Journeys.Walls;

/// <summary>
/// A running network whose line between Thailand and Laos is in the test's hand: pouches on it reach the test
/// and nobody else, until the test puts them into a letterbox.
/// </summary>
internal interface INetworkInHand : IAsyncDisposable
{
    /// <summary>Where the gateways are; the doors may have moved after a kill.</summary>
    RunningNetwork Running { get; }

    HeldPouches Held { get; }

    /// <summary>
    /// Puts a pouch into the letterbox of a country as the user of another, whatever stands on it.
    /// </summary>
    Task Put(SealedPouch pouch, string into, string user);

    /// <summary>
    /// Puts a pouch into Laos's letterbox; kills Laos after it has committed and before it has acknowledged;
    /// starts it again, and the pouch is delivered a second time.
    /// </summary>
    /// <param name="pouch">The pouch.</param>
    /// <param name="user">Who puts it there.</param>
    /// <param name="committed">Returns when Laos's database holds what the pouch does.</param>
    Task PutAndKill(SealedPouch pouch, string user, Func<Task> committed);

    /// <summary>
    /// Whether Thailand hears that its pouches for Laos were taken: while not, one stays in flight.
    /// </summary>
    void Confirm(bool confirm);
}
