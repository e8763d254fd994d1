using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Referral.Network.Processes;

namespace Referral.Network.Certificates;

/// A certificate authority for practice and tests: `root.pem`, its key `root.key`, and what it has signed.
/// What is in the folder already is kept. All keys are on P-256 and their owner's alone; none has a password.
internal sealed class PracticeAuthority : IDisposable
{
    public const string RootFile = "root.pem";

    private static readonly Oid ServerUse = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientUse = new("1.3.6.1.5.5.7.3.2");

    private readonly string _folder;
    private readonly DateTimeOffset _now;
    private readonly TimeSpan _life;
    private readonly X509Certificate2 _root;

    private PracticeAuthority(string folder, DateTimeOffset now, TimeSpan life)
    {
        (_folder, _now, _life) = (folder, now, life);
        if (!File.Exists(In(RootFile))) MakeRoot();
        _root = X509Certificate2.CreateFromPemFile(In(RootFile), In("root.key"));
    }

    public string Root => In(RootFile);

    /// <param name="life">Of each certificate from now on, at most; ten times as long for the root.</param>
    public static PracticeAuthority In(string folder, DateTimeOffset now, TimeSpan life)
    {
        OwnerOnlyFile.Folder(folder);
        return new(folder, now, life);
    }

    /// A broker's certificate, `broker.pem` and `broker.key`, for these names and addresses.
    public void SignBroker(IReadOnlyList<string> names)
    {
        var spoken = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address)) spoken.AddIpAddress(address);
            else spoken.AddDnsName(name);
        }
        Sign("broker", names[0], ServerUse, spoken.Build());
    }

    /// A user's certificate, USER.pem and USER.key; its common name is the user's.
    public void SignUser(string user) => Sign(user, user, ClientUse);

    public string CertificateOf(string user) => In($"{user}.pem");

    public string KeyOf(string user) => In($"{user}.key");

    public void Dispose() => _root.Dispose();

    private void MakeRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest("CN=Practice authority", key, HashAlgorithmName.SHA256);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        asked.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        asked.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(asked.PublicKey, false));
        using var root = asked.CreateSelfSigned(_now.AddMinutes(-5), _now + 10 * _life);
        Keep("root", root, key);
    }

    private void Sign(string file, string name, Oid use, X509Extension? more = null)
    {
        if (File.Exists(CertificateOf(file))) return;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        asked.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        asked.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([use], false));
        asked.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_root, true, false));
        if (more is not null) asked.CertificateExtensions.Add(more);
        using var signed = asked.Create(
            _root, _now.AddMinutes(-5), _now + _life, RandomNumberGenerator.GetBytes(16));
        Keep(file, signed, key);
    }

    private void Keep(string file, X509Certificate2 certificate, ECDsa key)
    {
        // The key first: a certificate that is there says that its key is too.
        OwnerOnlyFile.Write(In($"{file}.key"), Bytes(key.ExportPkcs8PrivateKeyPem()));
        OwnerOnlyFile.Write(In($"{file}.pem"), Bytes(certificate.ExportCertificatePem()));
    }

    private static byte[] Bytes(string pem) => System.Text.Encoding.ASCII.GetBytes(pem + "\n");

    private string In(string name) => Path.Combine(_folder, name);
}
