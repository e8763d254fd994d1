using System.Security.Cryptography;
using System.Text;

namespace Referral.Gateway.Feeds;

/// <summary>
/// A case's name for one subscriber: a keyed hash (HMAC-SHA-256) of both. The same always, another for
/// another subscriber; without the gateway's key nobody finds the case behind it, nor that two of them are
/// one.
/// </summary>
internal sealed class Pseudonyms(GatewayIdentity identity)
{
    private const int Bytes = 16;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, identity.Keys.GatewayKey, 32, info: "referral pseudonyms"u8.ToArray());

    public string OfCase(string subscriber, Guid caseId) => "p-" + Of($"case\n{subscriber}\n{caseId:N}");

    /// <summary>The id of an event for this subscriber; it does not tell how many there were.</summary>
    public string OfEvent(string subscriber, long row) => "e-" + Of($"event\n{subscriber}\n{row}");

    private string Of(string text) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
