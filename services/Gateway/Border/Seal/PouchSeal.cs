using System.Security.Cryptography;
using Jose;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Border.Seal;

/// <summary>
/// Seals a pouch to one receiver: compact JWE, ECDH-ES with A256GCM, a fresh key for each sending.
/// Source: RFC 7516, RFC 7518 sections 4.6 and 5.3.
/// </summary>
internal static class PouchSeal
{
    internal static string Seal(byte[] pouch, MemberKey receiverSealKey)
    {
        if (receiverSealKey.Use != MemberKey.Seal)
            throw new ArgumentException($"Key {receiverSealKey.Kid} is not for sealing.",
                nameof(receiverSealKey));
        using var receiver = ECDiffieHellman.Create();
        receiver.ImportSubjectPublicKeyInfo(Convert.FromBase64String(receiverSealKey.PublicKey), out _);
        return JWT.EncodeBytes(pouch, receiver, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM, extraHeaders:
            new Dictionary<string, object> { ["kid"] = receiverSealKey.Kid, ["typ"] = JoseTypes.Pouch });
    }

    /// <summary>
    /// Refuses: REF-2415 a header beyond the list; REF-2401 anything else that does not open.
    /// </summary>
    internal static Decision<byte[]> Open(string token, Func<string, ECDiffieHellman?> ourKeyByKid)
    {
        var header = JoseHeaders.CheckJwe(token);
        if (header.Refused)
            return header.Refusal;
        if (ourKeyByKid(header.Outcome.Kid) is not { } key)
            return BorderRefusals.Unopened("key");
        try
        {
            return JWT.DecodeBytes(token, key, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM);
        }
        // A sender's point that is not on the curve surfaces as one of the latter two.
        catch (Exception e) when (e is JoseException or CryptographicException or ArgumentException)
        {
            return BorderRefusals.Unopened("seal");
        }
    }
}
