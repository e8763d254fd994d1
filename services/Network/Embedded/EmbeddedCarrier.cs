using Referral.Contracts;
using Referral.Gateway.Border.Carriers;

namespace Referral.Network.Embedded;

/// <summary>
/// The carrier of one country in the embedded network. It is made for its sender, so that who sends is known
/// by construction, whatever the pouch says of itself.
/// </summary>
internal sealed class EmbeddedCarrier(
    string sender, IReadOnlyDictionary<string, EmbeddedLetterbox> letterboxes) : ICarrier
{
    /// <summary>
    /// Returns once the receiver's letterbox has the pouch; refuses a full letterbox and one that is not
    /// there.
    /// </summary>
    public Task Send(SealedPouch pouch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!letterboxes.TryGetValue(pouch.To, out var letterbox))
            throw new CarrierFault("The network has no letterbox of that country.");
        if (!letterbox.TryPut(pouch, sender))
            throw new CarrierFault($"The letterbox of {pouch.To} is full.");
        return Task.CompletedTask;
    }
}
