using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// Tokens for practising without a sign-in server: a plain JWT (ES256) from a key in the gateway's own data
/// folder. A gateway takes them on loopback alone, and only where the setting allows it.
/// </summary>
public static class PracticeTokens
{
    public const string Issuer = "referral-practice";

    /// <summary>Longest life of a token: 12 hours.</summary>
    public static TimeSpan LifeMax => OfficerToken.LifeMax;

    /// <summary>Makes a token; the key is made on demand.</summary>
    /// <param name="dataFolder">Of the gateway that is to take it.</param>
    /// <param name="country">ISO 3166 code: the audience.</param>
    /// <param name="account">Who: the subject.</param>
    /// <param name="post">Id of the officer's post: claim "post".</param>
    /// <param name="roles">Claim "role", once each.</param>
    /// <param name="life">How long from now; above 0, at most <see cref="LifeMax"/>.</param>
    /// <param name="clock">The system's where none is given.</param>
    public static string Issue(
        string dataFolder, string country, string account, string post,
        IReadOnlyList<string> roles, TimeSpan life,
        TimeProvider? clock = null)
    {
        using var key = Key(dataFolder);
        return new OfficerToken(country, account, post, roles) { Issuer = Issuer }.Sign(key, life, clock);
    }

    /// <summary>The key to check the tokens with, public half only; made on demand.</summary>
    public static SecurityKey ReadPublicKey(string dataFolder)
    {
        using var key = Key(dataFolder);
        return OfficerToken.Named(ECDsa.Create(key.ExportParameters(includePrivateParameters: false)));
    }

    private static ECDsa Key(string dataFolder)
    {
        var path = Path.Combine(GatewayKeys.KeysFolder(dataFolder), "practice.pem");
        if (!File.Exists(path))
            Make(path);
        var key = ECDsa.Create();
        key.ImportFromPem(OwnerOnly.ReadSecret(path));
        return key;
    }

    private static void Make(string path)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var next = $"{path}.{Guid.CreateVersion7():N}.next";
        OwnerOnly.WriteNew(next, System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        try
        {
            // Gateway and command line may both be first; the one that is keeps its key.
            File.Move(next, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(next);
        }
    }
}
