using System.Security.Cryptography;
using System.Text;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// An administrator's private key: P-256, PKCS#8 PEM in an owner-only file, never on a gateway. Its public
/// half lies beside it as NAME.pub, to be handed to the other administrator.
/// </summary>
public sealed class AdministratorKey : IDisposable
{
    private readonly ECDsa _key;

    private AdministratorKey(ECDsa key) => (_key, Public) = (key, PublicOf(key));

    public Administrator Public { get; }

    internal ECDsa Key => _key;

    /// <summary>Makes the key; the file must not exist yet.</summary>
    public static AdministratorKey Create(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        OwnerOnly.WriteNew(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        OwnerOnly.WriteNew(
            path + ".pub", Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"));
        return new(key);
    }

    /// <exception cref="InvalidDataException">Open to others, or not a P-256 private key.</exception>
    public static AdministratorKey Read(string path)
    {
        var pem = OwnerOnly.ReadSecret(path);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            // A public key would be found out only at the first signature.
            _ = key.ExportParameters(includePrivateParameters: true);
            return new(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new InvalidDataException($"{path} is not a private key on curve P-256.", e);
        }
    }

    /// <summary>The public half from its file.</summary>
    /// <exception cref="InvalidDataException">Not a P-256 public key.</exception>
    public static Administrator ReadPublic(string path)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return PublicOf(key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is not a public key on curve P-256.", e);
        }
    }

    public void Dispose() => _key.Dispose();

    private static Administrator PublicOf(ECDsa key) => new(
        KeyThumbprint.Of(key.ExportParameters(includePrivateParameters: false)),
        Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
}
