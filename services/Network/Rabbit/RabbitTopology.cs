using System.Security.Cryptography;

namespace Referral.Network.Rabbit;

/// What a user may do in one vhost; patterns as RabbitMQ reads them.
internal sealed record VhostRights(string Configure, string Write, string Read);

/// A durable queue, and the fanout exchange of the same name that leads to it and to nothing else.
internal sealed record LetterboxQueue(string Name, IReadOnlyDictionary<string, object> Arguments);

/// One user and its rights in the vhost it stands in. Password is null for who signs in by certificate.
internal sealed record VhostUser(LetterboxUser User, VhostRights Rights);

/// One country's vhost. Queues stand in the order in which they must be declared.
internal sealed record LetterboxVhost(
    string Name, IReadOnlyList<LetterboxQueue> Queues, IReadOnlyList<VhostUser> Users);

/// What stands on a broker: for each country a vhost with the quorum queue `letterbox`, its owner, and one
/// write-only user for each other country. This is the one description of it: DeclaredTopology puts it on a
/// broker that runs, DefinitionsFile writes it for one that starts.
internal static class RabbitTopology
{
    public const string Queue = "letterbox";
    public const string Undeliverable = "letterbox-undeliverable";

    /// Deliveries without an acknowledgement after which a pouch is moved to `letterbox-undeliverable`. Its
    /// sender still waits for a receipt and sends the letters again.
    public const int DeliveriesMax = 20;

    /// Bytes that wait in one queue at most. Beyond it the broker takes no pouch, and its sender keeps the
    /// letters due.
    public const long WaitingBytesMax = 1L << 30;

    /// Name of the policy that sets the limit of both queues of a vhost.
    public const string Limit = "letterbox-limit";

    public const string LimitedQueues = "^letterbox(-undeliverable)?$";

    // What MassTransit's endpoint asks for: it declares the exchange (which is there already) and consumes.
    // It writes nothing, so that no pouch can make it answer to an address of the sender's choice.
    private static readonly VhostRights Owner = new("^letterbox$", "^$", LimitedQueues);
    private static readonly VhostRights Sender = new("^$", "^letterbox$", "^$");

    public static IReadOnlyDictionary<string, object> LimitOfQueues { get; } =
        new Dictionary<string, object>
        {
            ["max-length-bytes"] = WaitingBytesMax,
            ["overflow"] = "reject-publish",
        };

    public static string VhostOf(string country) => $"referral-{country.ToLowerInvariant()}";

    /// A book with new passwords for all users; with none where `passwords` is false, for users who sign in
    /// by certificate.
    /// <param name="broker">amqp://host:port or amqps://host:port, without a vhost.</param>
    public static LetterboxBook Plan(
        IReadOnlyList<string> countries, string broker, bool passwords = true) =>
        new([.. countries.Select(country =>
        {
            var code = country.ToLowerInvariant();
            var senders = countries.Where(other => other != country).Select(other =>
                new LetterboxUser(other, $"{other.ToLowerInvariant()}-to-{code}", Password(passwords)));
            return new LetterboxEntry(country, $"{broker.TrimEnd('/')}/{VhostOf(country)}", Queue,
                new LetterboxUser(country, $"{code}-letterbox", Password(passwords)), [.. senders]);
        })]);

    public static IReadOnlyList<LetterboxVhost> Of(LetterboxBook book) =>
        [.. book.Letterboxes.Select(box => new LetterboxVhost(VhostOf(box.Country), Queues,
            [new(box.Owner, Owner), .. box.Senders.Select(sender => new VhostUser(sender, Sender))]))];

    private static readonly IReadOnlyList<LetterboxQueue> Queues =
    [
        new(Undeliverable, new Dictionary<string, object> { ["x-queue-type"] = "quorum" }),
        new(Queue, new Dictionary<string, object>
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = DeliveriesMax,
            ["x-dead-letter-exchange"] = Undeliverable,
            // Moved only when the other queue has it; RabbitMQ asks for reject-publish with that.
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        }),
    ];

    private static string? Password(bool wanted) =>
        wanted ? RandomNumberGenerator.GetHexString(40, lowercase: true) : null;
}
