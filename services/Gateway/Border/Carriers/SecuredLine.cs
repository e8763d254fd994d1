using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MassTransit;
using RabbitMQ.Client;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Border.Carriers;

/// The secured line to one letterbox: whom we believe and who we are, the same for the sending and for the
/// receiving client. Both clients' own defaults are unsafe: MassTransit accepts any authority and any name
/// when none is given. Throws InvalidDataException where a file cannot be used.
internal sealed class SecuredLine : IDisposable
{
    private const SslProtocols Versions = SslProtocols.Tls12 | SslProtocols.Tls13;
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection _roots = [];
    private readonly X509Certificate2? _own;
    private readonly string _server;

    public SecuredLine(Letterbox box)
    {
        var tls = box.Tls ?? throw new InvalidDataException("amqps:// without Tls.");
        var address = new Uri(box.Uri);
        _server = string.IsNullOrWhiteSpace(tls.ServerName) ? address.Host : tls.ServerName;
        try
        {
            _roots.ImportFromPemFile(tls.RootFile);
            _own = tls.CertificateFile is { } file ? Own(file, tls.KeyFile) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException
            or UnauthorizedAccessException)
        {
            // A parser's words may quote the file; only its kind is told.
            throw new InvalidDataException(
                $"{tls.RootFile} or {tls.CertificateFile} cannot be used ({fault.GetType().Name}).", fault);
        }
        if (_roots.Count == 0)
            throw new InvalidDataException($"{tls.RootFile} holds no certificate.");
        RefuseAnothersName(Uri.UnescapeDataString(address.UserInfo.Split(':')[0]), tls.CertificateFile);
    }

    public static bool IsUnusable(Exception fault) => fault is InvalidDataException;

    public void Secure(ConnectionFactory factory)
    {
        factory.Ssl = new SslOption
        {
            Enabled = true,
            ServerName = _server,
            Version = Versions,
            AcceptablePolicyErrors = SslPolicyErrors.None,
            CertificateValidationCallback = Believes,
            Certs = _own is null ? null : [_own],
        };
        if (_own is not null)
            factory.AuthMechanisms = [new ExternalMechanismFactory()];
    }

    public void Secure(IRabbitMqSslConfigurator ssl)
    {
        ssl.Protocol = Versions;
        ssl.ServerName = _server;
        ssl.EnforcePolicyErrors(SslPolicyErrors.RemoteCertificateChainErrors
            | SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable);
        ssl.CertificateValidationCallback = Believes;
        ssl.UseCertificateAsAuthenticationIdentity = _own is not null;
        if (_own is not null)
            ssl.Certificate = _own;
    }

    public void Dispose()
    {
        _own?.Dispose();
        foreach (var root in _roots) root.Dispose();
    }

    // The chain that comes along was judged by the system's roots; it is judged again by ours alone.
    private bool Believes(
        object sender, X509Certificate? presented, X509Chain? brought, SslPolicyErrors errors)
    {
        if (presented is not X509Certificate2 broker
            || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerUse));
        if (brought is not null)
            chain.ChainPolicy.ExtraStore.AddRange(brought.ChainPolicy.ExtraStore);
        return chain.Build(broker);
    }

    private static X509Certificate2 Own(string file, string? keyFile)
    {
        var packed = Path.GetExtension(file) is ".p12" or ".pfx";
        var secret = packed ? file : keyFile ?? file;
        OwnerOnly.RefuseOpenToOthers(secret);
        if (!packed)
            return X509Certificate2.CreateFromPemFile(file, secret);
        var password = OwnerOnly.ReadSecret(Path.ChangeExtension(file, ".password")).Trim();
        return X509CertificateLoader.LoadPkcs12FromFile(file, password);
    }

    // The broker would let the certificate's user in and refuse each pouch that bears another's name.
    private void RefuseAnothersName(string user, string? file)
    {
        if (_own is not null && _own.GetNameInfo(X509NameType.SimpleName, false) is var name && name != user)
            throw new InvalidDataException($"{file} is of {name}; the address is of {user}.");
    }
}
