using Referral.Network.Certificates;

namespace Referral.Network.Rabbit;

/// The broker of one running network: somebody else's, named by the setting REFERRAL_RABBITMQ, or a private
/// node that ends with this.
internal sealed class RabbitNetwork : IAsyncDisposable
{
    private readonly RabbitNode? _node;

    private RabbitNetwork(LetterboxBook letterboxes, RabbitNode? node)
    {
        Letterboxes = letterboxes;
        _node = node;
    }

    public LetterboxBook Letterboxes { get; }

    /// Process id of a private broker while it runs; null for somebody else's.
    public int? BrokerId => _node?.BrokerId;

    /// <param name="setting">Value of REFERRAL_RABBITMQ: null or empty for a private node; a management
    /// address with an administrator (http://user:password@host:port), where the letterboxes are then
    /// declared; or the path of a file of ready letterboxes. Refuses: REF-3101, REF-3105 to REF-3108.</param>
    /// <param name="folder">Where a private node keeps its things.</param>
    /// <param name="tls">A private node takes TLS and certificates only, else passwords on loopback.</param>
    public static async Task<RabbitNetwork> Open(string? setting, string folder, bool tls,
        IReadOnlyList<string> countries, Action<string> progress, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return await Private(folder, tls, countries, progress, cancellation).ConfigureAwait(false);
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https"))
        {
            progress($"RabbitMQ: letterboxes as written in {setting}");
            return new RabbitNetwork(LetterboxBook.Read(setting), null);
        }
        progress($"RabbitMQ: declaring the letterboxes at {address.Host}:{address.Port}");
        return new RabbitNetwork(
            await DeclaredTopology.Declare(address, null, countries, cancellation).ConfigureAwait(false),
            null);
    }

    /// Kills the private broker (kill -9) and starts it again with all it had written.
    public async Task KillBroker(CancellationToken cancellation)
    {
        await Own.Kill().ConfigureAwait(false);
        await Own.Start(cancellation).ConfigureAwait(false);
    }

    /// Stops the private broker in order and starts it again.
    public async Task StopBroker(CancellationToken cancellation)
    {
        await Own.Stop().ConfigureAwait(false);
        await Own.Start(cancellation).ConfigureAwait(false);
    }

    /// Puts a new, empty broker in the private one's place: same ports, users and passwords, no message.
    public async Task WipeBroker(CancellationToken cancellation)
    {
        await Own.Wipe().ConfigureAwait(false);
        await Own.Start(cancellation).ConfigureAwait(false);
        await DeclaredTopology.DeclareAgain(Own.Management, Letterboxes, cancellation).ConfigureAwait(false);
    }

    private RabbitNode Own => _node
        ?? throw new RabbitFault("REF-3106", "The broker that REFERRAL_RABBITMQ names is somebody else's: "
            + "it is neither stopped nor wiped. Unset the variable for a private one.");

    public ValueTask DisposeAsync() => _node?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<RabbitNetwork> Private(string folder, bool tls,
        IReadOnlyList<string> countries, Action<string> progress, CancellationToken cancellation)
    {
        var wishes = new NodeWishes { Tls = tls, Countries = countries };
        var node = await RabbitNode.Start(folder, wishes, progress, cancellation).ConfigureAwait(false);
        try
        {
            var letterboxes = await Declare(node, tls, countries, cancellation).ConfigureAwait(false);
            var how = tls ? ", TLS and certificates" : "";
            progress($"RabbitMQ: {countries.Count} letterboxes declared{how}");
            return new RabbitNetwork(letterboxes, node);
        }
        catch
        {
            await node.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<LetterboxBook> Declare(
        RabbitNode node, bool tls, IReadOnlyList<string> countries, CancellationToken cancellation)
    {
        if (!tls)
            return await DeclaredTopology.Declare(node.Management, node.Port, countries, cancellation)
                .ConfigureAwait(false);
        var book = CertificateFiles.Named(
            RabbitTopology.Plan(countries, $"amqps://localhost:{node.Port}", passwords: false),
            node.Certificates);
        await DeclaredTopology.DeclareAgain(node.Management, book, cancellation).ConfigureAwait(false);
        return book;
    }
}
