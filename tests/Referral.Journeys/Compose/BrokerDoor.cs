using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;

namespace Referral.Journeys.Compose;

/// <summary>The ways into the broker of a network of containers, tried from this machine.</summary>
internal static class BrokerDoor
{
    private const int PlainPort = 5672;
    private const int SecuredPort = 5671;

    /// <summary>
    /// No plain port, no password, no line without a certificate; and the same line with one is taken.
    /// </summary>
    public static async Task TakesCertificatesAlone(ComposeNetwork network, string host, string code)
    {
        using (var plain = new TcpClient())
            await Should.ThrowAsync<SocketException>(() => plain.ConnectAsync(host, PlainPort));
        await Should.ThrowAsync<BrokerUnreachableException>(
            () => Line(network, host, code).CreateConnectionAsync());

        var user = Path.Combine(network.Folder, "certificates", code, $"{code}-letterbox");
        using var own = X509Certificate2.CreateFromPemFile($"{user}.pem", $"{user}.key");
        var known = Line(network, host, code);
        known.Ssl.Certs = [own];
        known.AuthMechanisms = [new ExternalMechanismFactory()];
        await using var connection = await known.CreateConnectionAsync();
        connection.IsOpen.ShouldBeTrue();
    }

    private static ConnectionFactory Line(ComposeNetwork network, string host, string code)
    {
        var root = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(network.Folder, "certificates", "broker", "root.pem"));
        return new ConnectionFactory
        {
            HostName = host, Port = SecuredPort, VirtualHost = $"referral-{code}",
            UserName = "guest", Password = "guest",
            Ssl = new SslOption("broker", enabled: true)
            {
                CertificateValidationCallback = (_, shown, _, faults) => shown is not null
                    && (faults & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
                    && LeadsTo(root, shown),
            },
        };
    }

    private static bool LeadsTo(X509Certificate2 root, X509Certificate shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        using var copy = new X509Certificate2(shown);
        return chain.Build(copy);
    }
}
