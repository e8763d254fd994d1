using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jose;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Trust;

/// <summary>One signature of a version. Protected: the header, base64url (RFC 7515 section 7.2.1).</summary>
internal sealed record VersionSignature(string Protected, string Signature);

/// <summary>
/// One version of the list as it is signed: a JWS in JSON with the signatures of two persons.
/// </summary>
/// <param name="Payload">A <see cref="TrustContent"/> in JSON, base64url.</param>
internal sealed record SignedVersion(string Payload, IReadOnlyList<VersionSignature> Signatures)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    [JsonIgnore]
    internal byte[] PayloadBytes => StrictBase64Url.Decode(Payload);

    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(PayloadBytes));

    internal static SignedVersion Of(TrustContent content) =>
        new(StrictBase64Url.Encode(JsonSerializer.SerializeToUtf8Bytes(content, Form)), []);

    /// <summary>With one more signature; the same person's stands once.</summary>
    internal SignedVersion SignedBy(AdministratorKey key)
    {
        var jws = new Signer(key.Key, key.Public.Kid).Sign(PayloadBytes, JoseTypes.TrustList).Split('.');
        return this with
        {
            Signatures =
            [
                .. Signatures.Where(s => s.Protected != jws[0]), new VersionSignature(jws[0], jws[2]),
            ],
        };
    }

    /// <summary>What the payload says; null where it is no list.</summary>
    internal TrustContent? Content()
    {
        try
        {
            return StrictBase64Url.IsValid(Payload)
                ? JsonSerializer.Deserialize<TrustContent>(PayloadBytes, Form) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The persons among these whose signatures hold. Refuses: REF-2415, REF-2422.</summary>
    internal Decision<IReadOnlyList<string>> Signers(IReadOnlyList<Administrator> persons, int version)
    {
        var held = new List<string>();
        foreach (var (header, signature) in Signatures)
        {
            var jws = $"{header}.{Payload}.{signature}";
            var read = JoseHeaders.CheckJws(jws, JoseTypes.TrustList);
            if (read.Refused)
                return read.Refusal;
            var person = persons.FirstOrDefault(p => p.Kid == read.Outcome.Kid);
            if (person is null || !Holds(jws, person))
                return TrustRefusals.SignatureBroken(version);
            held.Add(person.Kid);
        }

        return held;
    }

    private static bool Holds(string jws, Administrator person)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(person.PublicKey), out _);
            JWT.DecodeBytes(jws, key, JwsAlgorithm.ES256);
            return true;
        }
        catch (Exception e) when (e is JoseException or CryptographicException or FormatException)
        {
            return false;
        }
    }
}
