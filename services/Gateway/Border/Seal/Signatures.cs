using System.Security.Cryptography;
using System.Text;
using Jose;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Border.Seal;

/// <summary>Bytes whose signature held.</summary>
/// <param name="Country">The member whose key it was: the only answer to "who wrote this".</param>
/// <param name="Kid">Key.</param>
/// <param name="Payload">As signed.</param>
/// <param name="Sha256">Of the compact JWS in ASCII; half of a letter's identity.</param>
internal sealed record SignedBytes(string Country, string Kid, byte[] Payload, byte[] Sha256);

/// <summary>
/// Verifies what arrived against the trust list. A retired key verifies, for old letters are sent again; a
/// revoked or unknown one does not. Refuses: REF-2401, REF-2403, REF-2404, REF-2415.
/// </summary>
internal static class Signatures
{
    // Two gateways' clocks may differ by this much.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    internal static byte[] Sha256Of(string jws) => SHA256.HashData(Encoding.ASCII.GetBytes(jws));

    internal static Decision<SignedBytes> Verify(string jws, string typ, TrustList trust, DateTimeOffset now)
    {
        var header = JoseHeaders.CheckJws(jws, typ);
        if (header.Refused)
            return header.Refusal;
        var kid = header.Outcome.Kid;
        if (trust.SignKey(kid) is not { } known)
            return BorderRefusals.Stranger(kid, "unknown");
        if (known.Key.Revoked)
            return BorderRefusals.Stranger(kid, "revoked");
        if (known.Key.From > now + ClockTolerance)
            return BorderRefusals.Stranger(kid, "not yet");
        try
        {
            var payload = JWT.DecodeBytes(jws, known.Public, JwsAlgorithm.ES256);
            return new SignedBytes(known.Country, kid, payload, Sha256Of(jws));
        }
        catch (Exception e) when (e is JoseException or CryptographicException)
        {
            return BorderRefusals.SignatureBroken(kid);
        }
    }

    /// <summary>
    /// A retired key verifies what was written while it was current; what says it was written later is
    /// refused, REF-2404. A letter signed again is written before its new key was made, so only the end
    /// counts; and one from the future under a current key is judged by its own rule.
    /// </summary>
    /// <param name="kid">Of a key on the list.</param>
    /// <param name="trust">In force.</param>
    /// <param name="writtenAtSeconds">As the writer says, since 1970; null for nothing said.</param>
    /// <param name="now">Moment of opening.</param>
    internal static Refusal? Retired(
        string kid, TrustList trust, long? writtenAtSeconds, DateTimeOffset now) =>
        trust.SignKey(kid) is { } known && known.Key.Until <= now
        && writtenAtSeconds > (known.Key.Until + ClockTolerance).ToUnixTimeSeconds()
            ? BorderRefusals.Stranger(kid, "retired")
            : null;
}
