namespace Referral.Network.Rabbit;

/// Puts the letterboxes of a network on a broker that runs, through its management interface. Declaring
/// again changes nothing but the passwords, which are new each time and are told to nobody but the caller.
internal static class DeclaredTopology
{
    /// A broker killed within half a second of a queue's declaration forgets which files are that queue's,
    /// and the queue then never finds a leader again (seen with 3.10.8: names.dets is saved after 500 ms
    /// without a change).
    private static readonly TimeSpan UntilSaved = TimeSpan.FromSeconds(1.5);

    private static readonly Dictionary<string, object> Limit = new()
    {
        ["pattern"] = RabbitTopology.LimitedQueues,
        ["apply-to"] = "queues",
        ["definition"] = RabbitTopology.LimitOfQueues,
    };

    private static readonly VhostRights Every = new(".*", ".*", ".*");

    /// <param name="amqpPort">Where the broker takes messages; null to ask the broker, else 5672.</param>
    public static async Task<LetterboxBook> Declare(
        Uri management, int? amqpPort, IReadOnlyList<string> countries, CancellationToken cancellation)
    {
        using var rabbit = new RabbitManagement(management);
        var port = amqpPort ?? await AmqpPort(rabbit, cancellation).ConfigureAwait(false);
        var book = RabbitTopology.Plan(countries, $"amqp://{rabbit.Host}:{port}");
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
        foreach (var vhost in RabbitTopology.Of(book))
        {
            made |= await Letterbox(rabbit, vhost, cancellation).ConfigureAwait(false);
            foreach (var (user, rights) in vhost.Users)
            {
                await rabbit.Put(["users", user.User], SignIn(user), cancellation).ConfigureAwait(false);
                await rabbit.Put(["permissions", vhost.Name, user.User], rights, cancellation)
                    .ConfigureAwait(false);
            }
        }
        if (made)
            await Task.Delay(UntilSaved, cancellation).ConfigureAwait(false);
    }

    // True when the letterbox was not there before.
    private static async Task<bool> Letterbox(
        RabbitManagement rabbit, LetterboxVhost vhost, CancellationToken cancellation)
    {
        await rabbit.Put(["vhosts", vhost.Name], new { }, cancellation).ConfigureAwait(false);
        await rabbit.Put(["permissions", vhost.Name, rabbit.Administrator], Every, cancellation)
            .ConfigureAwait(false);
        await rabbit.Put(["policies", vhost.Name, RabbitTopology.Limit], Limit, cancellation)
            .ConfigureAwait(false);
        var made = false;
        foreach (var (name, arguments) in vhost.Queues)
        {
            await rabbit.Put(["exchanges", vhost.Name, name], new { type = "fanout", durable = true },
                cancellation).ConfigureAwait(false);
            made |= await rabbit.Put(["queues", vhost.Name, name], new { durable = true, arguments },
                cancellation).ConfigureAwait(false);
            await rabbit.Post(["bindings", vhost.Name, "e", name, "q", name], new { }, cancellation)
                .ConfigureAwait(false);
        }
        return made;
    }

    // An empty hash is a user whom no password lets in: a certificate does.
    private static object SignIn(LetterboxUser user) => user.Password is { } password
        ? new { password, tags = "" }
        : new { password_hash = "", tags = "" };

    // The broker says itself where it listens; a broker behind another address needs the file of letterboxes.
    private static async Task<int> AmqpPort(RabbitManagement rabbit, CancellationToken cancellation)
    {
        var overview = await rabbit.Get<Overview>(["overview"], cancellation).ConfigureAwait(false);
        return overview?.Listeners?.FirstOrDefault(listener => listener.Protocol == "amqp")?.Port ?? 5672;
    }

    private sealed record Overview(IReadOnlyList<Listener>? Listeners);

    private sealed record Listener(string Protocol, int Port);
}
