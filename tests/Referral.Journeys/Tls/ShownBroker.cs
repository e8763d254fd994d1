using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Referral.Journeys.Tls;

/// A server that shows a certificate and tells whether the client that called believed it: then the first
/// word of AMQP arrives, over the version of TLS that was agreed.
internal sealed class ShownBroker : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _shown;
    private readonly SslProtocols _versions;

    public ShownBroker(string folder, string name = "broker", SslProtocols versions = SslProtocols.None)
    {
        _shown = X509Certificate2.CreateFromPemFile(
            Path.Combine(folder, $"{name}.pem"), Path.Combine(folder, $"{name}.key"));
        _versions = versions;
        _listener.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// The version agreed with a client that believed; null for one that did not.
    public async Task<SslProtocols?> Believed(CancellationToken cancellation)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellation);
        await using var secured = new SslStream(client.GetStream());
        try
        {
            await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = _shown,
                ClientCertificateRequired = true,
                EnabledSslProtocols = _versions,
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
            }, cancellation);
            var word = new byte[4];
            await secured.ReadExactlyAsync(word, cancellation);
            return word.AsSpan().SequenceEqual("AMQP"u8) ? secured.SslProtocol : null;
        }
        catch (Exception refused) when (refused is IOException or AuthenticationException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        _shown.Dispose();
    }
}
