using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Referral.SignIn;

/// <summary>Keys of the practice sign-in, made once and kept owner-only beside its store.</summary>
internal static class SignInKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Signs tokens: ES256, which costs no second at the first request as RSA does.</summary>
    public static ECDsaSecurityKey Signing(string folder)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = Path.Combine(folder, "signing.pem");
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        else
        {
            Write(path, key.ExportPkcs8PrivateKeyPem());
        }

        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new ECDsaSecurityKey(key)
        {
            KeyId = Convert.ToHexStringLower(SHA256.HashData([.. point.X!, .. point.Y!]).AsSpan(0, 8)),
        };
    }

    /// <summary>Seals codes that only this sign-in opens again.</summary>
    public static SymmetricSecurityKey Sealing(string folder)
    {
        var path = Path.Combine(folder, "sealing.key");
        if (!File.Exists(path))
        {
            Write(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return new SymmetricSecurityKey(Convert.FromBase64String(File.ReadAllText(path)));
    }

    private static void Write(string path, string text)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnly;
        }

        using var file = new FileStream(path, how);
        file.Write(System.Text.Encoding.ASCII.GetBytes(text));
    }
}
