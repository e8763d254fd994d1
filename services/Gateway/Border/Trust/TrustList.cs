using System.Security.Cryptography;

namespace Referral.Gateway.Border.Trust;

/// <summary>A member's key for signing, ready to verify with.</summary>
internal sealed record SignKey(string Country, MemberKey Key, ECDsa Public);

/// <summary>
/// Who belongs to the network, with which keys: the one place a gateway learns that from. Unchangeable; a new
/// version is a new list. Two administrators sign it (<see cref="SignedTrust"/>); its file is owner-only too.
/// </summary>
public sealed class TrustList
{
    private readonly Dictionary<string, Member> _members;
    private readonly Dictionary<string, SignKey> _signKeys = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">
    /// Two members of one country, a key twice, or a key that is none.
    /// </exception>
    public TrustList(int version, IReadOnlyList<Member> members)
    {
        (Version, Members) = (version, members);
        // JSON may hold a null where the types here say there is none.
        if (members.Any(m => m is null || m.Keys.Any(k => k is null) || m.Posts.Any(p => p is null)))
            throw new InvalidDataException("Trust list: a member, key or post is missing.");
        if (members.GroupBy(m => m.Country, StringComparer.Ordinal).Any(g => g.Count() > 1))
            throw new InvalidDataException("Trust list: a country stands in it twice.");
        _members = members.ToDictionary(m => m.Country, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (member, key) in members.SelectMany(m => m.Keys.Select(k => (m, k))))
        {
            if (!seen.Add(key.Kid))
                throw new InvalidDataException($"Trust list: key {key.Kid} stands in it twice.");
            var known = ReadKey(member.Country, key);
            if (key.Use == MemberKey.Sign)
                _signKeys.Add(key.Kid, known);
        }
    }

    /// <summary>Name of the list in a gateway's data folder.</summary>
    public const string FileName = "trust.json";

    /// <summary>Grows by one with each change.</summary>
    public int Version { get; }

    public IReadOnlyList<Member> Members { get; }

    /// <summary>The member of this code; null for a stranger.</summary>
    public Member? Of(string country) => _members.GetValueOrDefault(country);

    /// <summary>
    /// The key to seal to this country with: not revoked, current at the moment, the newest of several; null
    /// where there is none, and then nothing can be sent there.
    /// </summary>
    public MemberKey? SealKey(string country, DateTimeOffset at) =>
        Of(country)?.Keys.Where(k => k.Use == MemberKey.Seal && k.IsCurrent(at)).MaxBy(k => k.From);

    /// <summary>
    /// The signatures it came with; null for a list made in memory, which no file can hold.
    /// </summary>
    public SignedTrust? Signed { get; internal init; }

    /// <summary>Reads the list from its file and checks its signatures from the first version on.</summary>
    /// <exception cref="InvalidDataException">
    /// Not a signed trust list (the number says why), or others than the owner may write the file.
    /// </exception>
    public static TrustList Read(string path) => TrustFile.Read(path);

    /// <summary>Writes the list in one move: a reader sees the old list or the new, never a part.</summary>
    /// <exception cref="InvalidOperationException">Nobody signed it.</exception>
    public void Write(string path) =>
        TrustFile.Write(
            path, Signed ?? throw new InvalidOperationException("A list is signed before it is kept."));

    internal SignKey? SignKey(string kid) => _signKeys.GetValueOrDefault(kid);

    private static SignKey ReadKey(string country, MemberKey key)
    {
        if (key.Use is not (MemberKey.Sign or MemberKey.Seal) || key.From >= key.Until)
            throw new InvalidDataException($"Trust list: key {key.Kid} of {country} has no use or no time.");
        var read = ECDsa.Create();
        try
        {
            var bytes = Convert.FromBase64String(key.PublicKey);
            read.ImportSubjectPublicKeyInfo(bytes, out var length);
            if (length != bytes.Length || KeyThumbprint.Of(read.ExportParameters(false)) != key.Kid)
                throw new InvalidDataException(
                    $"Trust list: key {key.Kid} of {country} is not the key it names.");
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new InvalidDataException(
                $"Trust list: key {key.Kid} of {country} is not a P-256 public key.", e);
        }

        return new SignKey(country, key, read);
    }
}
