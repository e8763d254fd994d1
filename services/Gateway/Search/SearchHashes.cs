using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Referral.Language.Matching;

namespace Referral.Gateway.Search;

/// <summary>
/// Match keys hashed with a key of their own, derived from the gateway's (HKDF): who has the database alone
/// cannot try names on it, and who has the sealing keys of cases alone cannot either.
/// </summary>
internal static class SearchHashes
{
    private const int KeyBytes = 32;
    private static readonly byte[] Purpose = "referral search keys"u8.ToArray();

    /// <summary>One for each key of each name, without repetition.</summary>
    public static IEnumerable<long> Of(byte[] gatewayKey, IEnumerable<string> names)
    {
        var key = KeyOf(gatewayKey);
        return names.SelectMany(MatchKeys.Of).Distinct(StringComparer.Ordinal)
            .Select(one => BinaryPrimitives.ReadInt64BigEndian(Hash(key, one)));
    }

    /// <summary>
    /// What the journal says of a search: the same words give the same hash, here and nowhere else.
    /// </summary>
    public static string OfQuery(byte[] gatewayKey, string query) =>
        Convert.ToHexStringLower(Hash(KeyOf(gatewayKey), "query\n" + query));

    private static byte[] KeyOf(byte[] gatewayKey) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, gatewayKey, KeyBytes, info: Purpose);

    private static byte[] Hash(byte[] key, string text) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
