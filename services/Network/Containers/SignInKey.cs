using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Border.Trust;
using Referral.Network.Processes;

namespace Referral.Network.Containers;

/// <summary>
/// The key that signs officers' tokens for one gateway of a network of containers. It lies beside the
/// gateways' folders and in none of them: a gateway gets the public half alone.
/// </summary>
internal static class SignInKey
{
    public const string Issuer = "referral-sign-in";

    /// <summary>The key for the gateway with this data folder; the file need not be there.</summary>
    public static string FileFor(string dataFolder, string country) => Path.Combine(
        Path.GetDirectoryName(Path.GetFullPath(dataFolder).TrimEnd(Path.DirectorySeparatorChar))!,
        "sign-in", $"{country.ToLowerInvariant()}.pem");

    /// <summary>Makes the key where absent, and the file of its public half.</summary>
    public static void Make(string file, string publicFile)
    {
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            OwnerOnlyFile.Write(file, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }
        using var key = Read(file);
        using var half = ECDsa.Create(key.ExportParameters(includePrivateParameters: false));
        var named = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(half));
        var kid = Base64UrlEncoder.Encode(named.ComputeJwkThumbprint());
        OwnerOnlyFile.Write(publicFile, JsonSerializer.SerializeToUtf8Bytes(new
        {
            keys = new[] { new { kty = named.Kty, crv = named.Crv, kid, x = named.X, y = named.Y } },
        }));
    }

    public static ECDsa Read(string file)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }
}

/// <summary>Tokens for a gateway of a network that this machine founded.</summary>
public static class OfficerTokens
{
    /// <summary>
    /// Signed with the sign-in key where one was founded for this gateway, else a practice token, which
    /// gateways take on loopback alone.
    /// </summary>
    /// <param name="dataFolder">Of the gateway, in the folder of its network.</param>
    /// <param name="life">Above 0, at most <see cref="OfficerToken.LifeMax"/>.</param>
    /// <param name="country">Whose gateway.</param>
    /// <param name="account">Who.</param>
    /// <param name="post">Id of the officer's post.</param>
    /// <param name="role">Of the officer there.</param>
    public static string Issue(
        string dataFolder, TimeSpan life, string country, string account, string post, string role)
    {
        var file = SignInKey.FileFor(dataFolder, country);
        if (!File.Exists(file))
            return PracticeTokens.Issue(dataFolder, country, account, post, [role], life);
        using var key = SignInKey.Read(file);
        return new OfficerToken(country, account, post, [role]) { Issuer = SignInKey.Issuer }.Sign(key, life);
    }
}
