using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// A key that a member's own office made: NAME.p12 (PKCS#12, RFC 7292) with its password in NAME.password
/// beside it, both owner-only. Country and validity are those of the certificate in it; nothing else of it
/// is used, for the trust list says whom to believe.
/// </summary>
internal static class Pkcs12File
{
    internal static KeyFile Read(string path, string use)
    {
        OwnerOnly.RefuseOpenToOthers(path);
        var password = OwnerOnly.ReadSecret(Path.ChangeExtension(path, ".password")).Trim();
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(
                path, password, X509KeyStorageFlags.EphemeralKeySet | X509KeyStorageFlags.Exportable);
            using var key = certificate.GetECDsaPrivateKey()
                ?? throw new InvalidDataException($"{path} holds no private key on a curve.");
            var file = new KeyFile(CountryOf(certificate, path), use,
                new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
                new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
                key.ExportParameters(includePrivateParameters: true));
            // Asking for the name refuses every other curve.
            _ = file.Kid;
            return file;
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException(
                $"{path} cannot be read with the password beside it, or is not a key on P-256.", e);
        }
    }

    private static string CountryOf(X509Certificate2 certificate, string path)
    {
        foreach (var name in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
            if (!name.HasMultipleElements && name.GetSingleElementType().Value == "2.5.4.6")
                return name.GetSingleElementValue() ?? "";
        throw new InvalidDataException($"{path}: the certificate names no country (C=).");
    }
}
