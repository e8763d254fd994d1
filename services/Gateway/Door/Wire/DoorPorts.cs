using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Referral.Gateway.Access;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Door.Wire;

/// <summary>The two ports of a gateway, and TLS on the first where the settings have it.</summary>
internal static class DoorPorts
{
    // A peer that is there answers a ping at once, on the worst line within some seconds.
    private static readonly TimeSpan PingAnswer = TimeSpan.FromSeconds(20);

    public static void Listen(WebApplicationBuilder builder, GatewaySettings settings)
    {
        if (settings.Door.Tls is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var address = IPAddress.Parse(settings.Address);

            // Without TLS a port speaks either HTTP/2 (gRPC) or HTTP/1.1 (REST, health); with TLS both.
            kestrel.Listen(address, settings.GrpcPort, port =>
            {
                port.Protocols =
                    settings.Door.Tls is null ? HttpProtocols.Http2 : HttpProtocols.Http1AndHttp2;
                if (settings.Door.Tls is { } tls)
                {
                    Secure(port, tls);
                }
            });
            kestrel.Listen(address, settings.PagesPort, port => port.Protocols = HttpProtocols.Http1);

            // On a slow line a rate limit would abort the whole connection, innocent calls on it included;
            // SlowCalls takes its place, call by call.
            kestrel.Limits.MinRequestBodyDataRate = null;

            // What comes before anybody reads it is held too; QuestionsInFlight begins behind it.
            kestrel.Limits.Http2.InitialStreamWindowSize = DoorLimits.AheadOfACallBytes;
            kestrel.Limits.Http2.InitialConnectionWindowSize = DoorLimits.AheadOfAConnectionBytes;

            // Whoever vanished without a word is found out, and what was open for her is closed.
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(settings.Door.SilentSeconds);
            kestrel.Limits.Http2.KeepAlivePingTimeout = PingAnswer;
            kestrel.Limits.MaxConcurrentConnections = settings.Door.ConnectionsMax;
            kestrel.AddServerHeader = false;
        });
    }

    private static void Secure(ListenOptions port, TlsSettings tls) => port.UseHttps(https =>
    {
        https.ServerCertificate = X509CertificateLoader.LoadPkcs12FromFile(
            tls.CertificateFile,
            tls.PasswordFile is { } file ? OwnerOnly.ReadSecret(file).Trim() : null);
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;

        // Who issued it is asked at sign-in, where the answer has a number.
        https.ClientCertificateValidation = (_, _, _) => true;
    });
}
