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

    /// <summary>All that a case is found by, without repetition.</summary>
    public static IEnumerable<long> Of(byte[] gatewayKey, NameCard card) =>
        Telling(gatewayKey, card.Names, card.Born).Concat(Single(gatewayKey, card.Names))
            .Select(key => key.Hash).Distinct();

    /// <summary>
    /// Those that few have in common by chance, the heaviest first: two parts of a name together, a part and
    /// the year of birth, a part with its vowels.
    /// </summary>
    public static IReadOnlyList<SearchHash> Telling(
        byte[] gatewayKey, IEnumerable<string> names, string? born)
    {
        var key = KeyOf(gatewayKey);
        return [.. names.SelectMany(name => JointKeys.Of(name, born).Concat(FullKeys.Of(name)))
            .DistinctBy(one => one.Text).Select(one => new SearchHash(HashOf(key, one.Text), one.Weight))
            .OrderByDescending(one => one.Weight)];
    }

    /// <summary>One for each key of a part without its vowels.</summary>
    public static IReadOnlyList<SearchHash> Single(byte[] gatewayKey, IEnumerable<string> names)
    {
        var key = KeyOf(gatewayKey);
        return [.. names.SelectMany(MatchKeys.Of).Distinct(StringComparer.Ordinal)
            .Select(one => new SearchHash(HashOf(key, one), 1))];
    }

    /// <summary>
    /// What the journal says of a search: the same words give the same hash, here and nowhere else.
    /// </summary>
    public static string OfQuery(byte[] gatewayKey, string query) =>
        Convert.ToHexStringLower(Hash(KeyOf(gatewayKey), "query\n" + query));

    private static byte[] KeyOf(byte[] gatewayKey) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, gatewayKey, KeyBytes, info: Purpose);

    private static long HashOf(byte[] key, string text) =>
        BinaryPrimitives.ReadInt64BigEndian(Hash(key, text));

    private static byte[] Hash(byte[] key, string text) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

/// <summary>A hashed key, and how much it counts that a case has it.</summary>
internal readonly record struct SearchHash(long Hash, int Weight);
