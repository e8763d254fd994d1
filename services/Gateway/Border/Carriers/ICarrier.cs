using Referral.Contracts;

namespace Referral.Gateway.Border.Carriers;

/// Takes a pouch into the receiver's custody. Returns when the receiver's letterbox has it; throws
/// CarrierFault when it does not.
public interface ICarrier
{
    Task Send(SealedPouch pouch, CancellationToken cancellation);
}

public sealed class CarrierFault(string message, Exception? inner = null) : Exception(message, inner);

/// Where arrived pouches go. `sender` is the country whose user the broker verified (null when it verified
/// none).
public interface IArrivals
{
    Task Receive(SealedPouch pouch, string? sender, CancellationToken cancellation);
}

public sealed record Letterbox(
    string Country, string Uri /* amqp://user:password@host:port/vhost */, string Queue /* "letterbox" */);

/// What one gateway needs to know of RabbitMQ: its own letterbox with its owner's user, and for each neighbour
/// the address with THIS country's write-only user there.
public sealed record RabbitMqAddresses(
    Letterbox Own,
    IReadOnlyList<Letterbox> Neighbours,
    IReadOnlyDictionary<string, string> SenderOfUser /* rabbit user name -> country, for user-id check */);
