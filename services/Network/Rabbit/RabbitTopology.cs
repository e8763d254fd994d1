using System.Security.Cryptography;

namespace Referral.Network.Rabbit;

/// Declares the letterboxes of a network on one broker: for each country a vhost with the quorum queue
/// `letterbox`, its owner, and one write-only user for each other country. Declaring again changes nothing
/// but the passwords, which are new each time and are told to nobody but the caller.
internal static class RabbitTopology
{
    public const string Queue = "letterbox";
    public const string Undeliverable = "letterbox-undeliverable";

    /// Deliveries without an acknowledgement after which a pouch is moved to `letterbox-undeliverable`. Its
    /// sender still waits for a receipt and sends the letters again.
    public const int DeliveriesMax = 20;

    /// A broker killed within half a second of a queue's declaration forgets which files are that queue's,
    /// and the queue then never finds a leader again (seen with 3.10.8: names.dets is saved after 500 ms
    /// without a change).
    private static readonly TimeSpan UntilSaved = TimeSpan.FromSeconds(1.5);

    // What MassTransit's endpoint asks for: it declares the exchange (which is there already) and consumes.
    // It writes nothing, so that no pouch can make it answer to an address of the sender's choice.
    private static readonly object OwnerRights =
        new { configure = "^letterbox$", write = "^$", read = "^letterbox$" };
    private static readonly object SenderRights =
        new { configure = "^$", write = "^letterbox$", read = "^$" };
    private static readonly object EveryRight = new { configure = ".*", write = ".*", read = ".*" };

    /// <param name="amqpPort">Where the broker takes messages; null to ask the broker, else 5672.</param>
    public static async Task<LetterboxBook> Declare(
        Uri management, int? amqpPort, IReadOnlyList<string> countries, CancellationToken cancellation)
    {
        using var rabbit = new RabbitManagement(management);
        var port = amqpPort ?? await AmqpPort(rabbit, cancellation).ConfigureAwait(false);
        var book = new LetterboxBook(
            [.. countries.Select(country => Plan(country, countries, $"amqp://{rabbit.Host}:{port}"))]);
        await Declare(rabbit, book, cancellation).ConfigureAwait(false);
        return book;
    }

    /// Declares the same letterboxes with the same users and passwords on a broker that lost them, so that
    /// gateways that run go on where they were.
    public static async Task DeclareAgain(
        Uri management, LetterboxBook book, CancellationToken cancellation)
    {
        using var rabbit = new RabbitManagement(management);
        await Declare(rabbit, book, cancellation).ConfigureAwait(false);
    }

    private static async Task Declare(
        RabbitManagement rabbit, LetterboxBook book, CancellationToken cancellation)
    {
        var made = false;
        foreach (var entry in book.Letterboxes)
        {
            var vhost = VhostOf(entry.Country);
            made |= await Letterbox(rabbit, vhost, cancellation).ConfigureAwait(false);
            await User(rabbit, entry.Owner, vhost, OwnerRights, cancellation).ConfigureAwait(false);
            foreach (var sender in entry.Senders)
                await User(rabbit, sender, vhost, SenderRights, cancellation).ConfigureAwait(false);
        }
        if (made)
            await Task.Delay(UntilSaved, cancellation).ConfigureAwait(false);
    }

    public static string VhostOf(string country) => $"referral-{country.ToLowerInvariant()}";

    private static LetterboxEntry Plan(string country, IReadOnlyList<string> countries, string broker)
    {
        var code = country.ToLowerInvariant();
        var senders = countries.Where(other => other != country)
            .Select(other => new LetterboxUser(other, $"{other.ToLowerInvariant()}-to-{code}", Password()));
        return new LetterboxEntry(country, $"{broker}/{VhostOf(country)}", Queue,
            new LetterboxUser(country, $"{code}-letterbox", Password()), [.. senders]);
    }

    // True when the letterbox was not there before.
    private static async Task<bool> Letterbox(
        RabbitManagement rabbit, string vhost, CancellationToken cancellation)
    {
        await rabbit.Put(["vhosts", vhost], new { }, cancellation).ConfigureAwait(false);
        await rabbit.Put(["permissions", vhost, rabbit.Administrator], EveryRight, cancellation)
            .ConfigureAwait(false);
        await Pair(rabbit, vhost, Undeliverable, Arguments([]), cancellation).ConfigureAwait(false);
        return await Pair(rabbit, vhost, Queue, Arguments(new()
        {
            ["x-delivery-limit"] = DeliveriesMax,
            ["x-dead-letter-exchange"] = Undeliverable,
            // Moved only when the other queue has it; RabbitMQ asks for reject-publish with that.
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        }), cancellation).ConfigureAwait(false);
    }

    private static Dictionary<string, object> Arguments(Dictionary<string, object> more) =>
        new(more) { ["x-queue-type"] = "quorum" };

    // A queue and the exchange of the same name that leads to it and to nothing else.
    private static async Task<bool> Pair(RabbitManagement rabbit, string vhost, string name,
        Dictionary<string, object> arguments, CancellationToken cancellation)
    {
        await rabbit.Put(["exchanges", vhost, name], new { type = "fanout", durable = true }, cancellation)
            .ConfigureAwait(false);
        var made = await rabbit.Put(["queues", vhost, name], new { durable = true, arguments }, cancellation)
            .ConfigureAwait(false);
        await rabbit.Post(["bindings", vhost, "e", name, "q", name], new { }, cancellation)
            .ConfigureAwait(false);
        return made;
    }

    private static async Task User(RabbitManagement rabbit, LetterboxUser user, string vhost, object rights,
        CancellationToken cancellation)
    {
        await rabbit.Put(["users", user.User], new { password = user.Password, tags = "" }, cancellation)
            .ConfigureAwait(false);
        await rabbit.Put(["permissions", vhost, user.User], rights, cancellation).ConfigureAwait(false);
    }

    // The broker says itself where it listens; a broker behind another address needs the file of letterboxes.
    private static async Task<int> AmqpPort(RabbitManagement rabbit, CancellationToken cancellation)
    {
        var overview = await rabbit.Get<Overview>(["overview"], cancellation).ConfigureAwait(false);
        return overview?.Listeners?.FirstOrDefault(listener => listener.Protocol == "amqp")?.Port ?? 5672;
    }

    private static string Password() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    private sealed record Overview(IReadOnlyList<Listener>? Listeners);

    private sealed record Listener(string Protocol, int Port);
}
