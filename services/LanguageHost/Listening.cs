using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Referral.LanguageHost;

/// <summary>
/// Where the program listens, and to whom. Plain on loopback alone; with a certificate of its own anywhere,
/// to callers whose certificate its root has signed.
/// </summary>
internal sealed class Listening
{
    private const int UsualPort = 5300;
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";

    private readonly IPAddress _address;
    private readonly int _port;
    private readonly X509Certificate2? _own;
    private readonly X509Certificate2Collection _roots = [];

    /// <summary>Reads `address`, `port`, `certificate`, `key` and `clients`.</summary>
    /// <exception cref="InvalidDataException">A setting is missing, or a key is open to others.</exception>
    public Listening(IConfiguration settings)
    {
        _port = settings.GetValue("port", UsualPort);
        _address = IPAddress.TryParse(settings["address"] ?? "127.0.0.1", out var address) ? address
            : throw new InvalidDataException("--address is no IP address.");
        string?[] files = [settings["certificate"], settings["key"], settings["clients"]];
        if (files is [{ } certificate, { } key, { } clients])
        {
            RefuseOpenToOthers(key);
            _own = X509Certificate2.CreateFromPemFile(certificate, key);
            _roots.ImportFromPemFile(clients);
            if (_roots.Count == 0)
                throw new InvalidDataException("The file of --clients holds no certificate.");
        }
        else if (files.Any(file => file is not null))
        {
            throw new InvalidDataException(
                "--certificate, --key and --clients go together: whoever may ask is known by a certificate.");
        }
        else if (!IPAddress.IsLoopback(_address))
        {
            throw new InvalidDataException("Without --certificate, --key and --clients it listens on "
                + "loopback alone: a name is personal data.");
        }
    }

    public bool IsSecure => _own is not null;

    public void On(KestrelServerOptions kestrel) => kestrel.Listen(_address, _port, port =>
    {
        port.Protocols = HttpProtocols.Http2;
        if (_own is null) return;
        port.UseHttps(https =>
        {
            https.ServerCertificate = _own;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (certificate, _, _) => IsKnown(certificate);
        });
    });

    // By the named roots alone, never the system's; and made for callers.
    private bool IsKnown(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new(ClientUse));
        return chain.Build(certificate);
    }

    private static void RefuseOpenToOthers(string file)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~owner) != 0)
            throw new InvalidDataException($"{file} is open to others than its owner: chmod go= {file}");
    }
}
