using Referral.Network.Certificates;
using Referral.Network.Rabbit;
using Xunit;

namespace Referral.Journeys.Tls;

/// A private node on the settings of deploy/rabbitmq for certificates, which starts with its letterboxes. Its
/// authority is 400 days old, so that there are certificates of it that have expired.
public sealed class TlsBroker : IAsyncLifetime
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-broker-").FullName;
    private RabbitNode? _node;

    internal LetterboxBook Book { get; private set; } = new([]);

    /// Certificates of the same authority, all of which ended 35 days ago.
    internal string Expired => Path.Combine(_folder, "expired");

    /// Certificates of another authority, valid now, for the same names.
    internal string Strange => Path.Combine(_folder, "strange");

    internal string Valid => Path.Combine(_folder, NodeSettings.Certificates);

    public async ValueTask InitializeAsync()
    {
        Sign(Expired, DateTimeOffset.UtcNow - TimeSpan.FromDays(400));
        Directory.CreateDirectory(Valid);
        foreach (var file in new[] { "root.pem", "root.key" })
            File.Copy(Path.Combine(Expired, file), Path.Combine(Valid, file));
        Sign(Valid, DateTimeOffset.UtcNow);
        Sign(Strange, DateTimeOffset.UtcNow);
        if (RabbitNode.Find().Script is null) return;
        var plan = RabbitTopology.Plan(["LA", "TH", "CN"], "amqps://localhost", passwords: false);
        _node = await RabbitNode.Start(_folder, new NodeWishes { Predeclared = plan, Tls = true },
            Console.Error.WriteLine, CancellationToken.None);
        var planned = RabbitTopology.Plan(["LA", "TH", "CN"], $"amqps://localhost:{_node.Port}", false);
        Book = CertificateFiles.Named(planned, Valid);
    }

    internal void SkipWithoutServer() => Assert.SkipWhen(_node is null, RabbitNode.Find().Sentence);

    public async ValueTask DisposeAsync()
    {
        if (_node is not null) await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Sign(string folder, DateTimeOffset now)
    {
        using var authority = PracticeAuthority.In(folder, now, Year);
        authority.SignBroker(["localhost", "127.0.0.1"]);
        foreach (var user in new[] { "la-letterbox", "th-to-la", "cn-to-la", "la-to-th" })
            authority.SignUser(user);
    }
}
