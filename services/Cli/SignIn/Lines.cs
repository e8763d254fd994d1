using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Referral.Cli.SignIn;

/// <summary>How the command reaches gateways and providers.</summary>
internal static class Lines
{
    /// <param name="address">Where to. On this machine no proxy is asked, whatever the environment names.
    /// </param>
    /// <param name="authority">PEM file of the one root that is believed; null for the system's.</param>
    /// <param name="own">Certificate of a system that shows one; null for none.</param>
    /// <param name="patience">
    /// A line that is silent for so long while something is asked is dead; null waits for each call's end.
    /// </param>
    public static SocketsHttpHandler To(
        Uri address, string? authority, X509Certificate2? own = null, TimeSpan? patience = null)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = !GatewayAddress.IsHere(address),
            AllowAutoRedirect = false,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(20),
        };
        if (patience is { } most)
        {
            // Else a second try would go into the same dead connection, and a watch would wait for ever.
            handler.KeepAlivePingDelay = handler.KeepAlivePingTimeout =
                TimeSpan.FromSeconds(Math.Max(1, most.TotalSeconds / 2));
            handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
        }

        if (authority is not null)
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(authority);
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(roots);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        if (own is not null)
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(own, null);
        return handler;
    }
}
