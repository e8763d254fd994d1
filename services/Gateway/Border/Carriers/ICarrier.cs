using Referral.Contracts;

namespace Referral.Gateway.Border.Carriers;

/// <summary>
/// Takes a pouch into the receiver's custody. Returns when the receiver's letterbox has it;
/// throws <see cref="CarrierFault"/> when it does not. RabbitMQ is one, the embedded network another.
/// </summary>
public interface ICarrier
{
    Task Send(SealedPouch pouch, CancellationToken cancellation);
}

/// <summary>The letterbox did not take the pouch. Nothing is lost: the letters stay due.</summary>
public sealed class CarrierFault(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Where arrived pouches go. Returns when what arrived is committed; only then is it acknowledged.
/// </summary>
public interface IArrivals
{
    /// <param name="pouch">As the carrier brought it.</param>
    /// <param name="sender">Country whose user the carrier verified; null when it verified none.</param>
    /// <param name="cancellation">Stops waiting, never a commit.</param>
    Task Receive(SealedPouch pouch, string? sender, CancellationToken cancellation);
}

/// <summary>One letterbox and how to reach it.</summary>
/// <param name="Country">Its owner.</param>
/// <param name="Uri">
/// amqps://user@host:port/vhost, or amqp://user:password@host:port/vhost; may hold a secret, never logged.
/// </param>
/// <param name="Queue">Name of queue and exchange.</param>
/// <param name="Tls">How an amqps:// line is secured; null with amqp://, which is for one machine.</param>
public sealed record Letterbox(string Country, string Uri, string Queue, LetterboxTls? Tls = null);

/// <summary>
/// What one gateway needs to know of RabbitMQ: its own letterbox with its owner's user, each neighbour's with
/// this country's write-only user there, and whose user is whose.
/// </summary>
public sealed record RabbitMqAddresses(
    Letterbox Own,
    IReadOnlyList<Letterbox> Neighbours,
    IReadOnlyDictionary<string, string> SenderOfUser);
