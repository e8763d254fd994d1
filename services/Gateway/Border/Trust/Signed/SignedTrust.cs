using System.Text.Json;
using System.Text.Json.Serialization;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// A trust list with its whole history, each version signed by the two administrators of the one before and
/// the first by its own. Who compares the fingerprint once can check every later version alone.
/// </summary>
public sealed class SignedTrust
{
    /// <summary>Versions in one file: a list that changes weekly lasts nineteen years.</summary>
    internal const int VersionsMax = 1000;

    internal static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal SignedTrust(IReadOnlyList<SignedVersion> versions, TrustContent latest, bool complete)
    {
        (Versions, Latest, Complete) = (versions, latest, complete);
        List = new TrustList(latest.Version, latest.Members) { Signed = this };
    }

    internal IReadOnlyList<SignedVersion> Versions { get; }

    /// <summary>The newest version.</summary>
    public TrustContent Latest { get; }

    /// <summary>Both persons signed the newest version. No gateway takes one that is not complete.</summary>
    public bool Complete { get; }

    /// <summary>The members, ready to look up.</summary>
    public TrustList List { get; }

    /// <summary>The newest version as it was signed: JSON; its SHA-256 is the fingerprint.</summary>
    public byte[] LatestPayload => Versions[^1].PayloadBytes;

    /// <summary>Kids of those who signed the newest version.</summary>
    public IReadOnlyList<string> SignedBy => [.. Versions[^1].Signatures.Select(TrustChain.KidOf)];

    /// <summary>Of the newest version; see <see cref="Trust.Fingerprint"/>.</summary>
    public string Fingerprint => Trust.Fingerprint.Of(Versions[^1].PayloadBytes);

    /// <summary>Of the first version: what a newcomer compares by another way.</summary>
    public string FirstFingerprint => Trust.Fingerprint.Of(Versions[0].PayloadBytes);

    /// <summary>
    /// A new list, signed by those whose keys are here. Refuses: REF-2424, REF-2428, REF-2429.
    /// </summary>
    public static Decision<SignedTrust> Found(
        TrustContent first, params IReadOnlyList<AdministratorKey> keys) =>
        TrustChain.Check([Signed(SignedVersion.Of(first), keys)], pending: true);

    /// <summary>
    /// The next version with this content. Refuses: REF-2421, REF-2424, REF-2428, REF-2429.
    /// </summary>
    public Decision<SignedTrust> Next(
        TrustContent changed, DateTimeOffset now, params IReadOnlyList<AdministratorKey> keys)
    {
        if (!Complete)
            return TrustRefusals.NotSignedByBoth(Latest.Version);
        var written = TrustContent.WholeSecond(now);
        var next = changed with
        {
            Version = Latest.Version + 1, Previous = Versions[^1].Sha256, WrittenAt = written,
            ValidUntil = written.AddDays(TrustContent.ValidDays),
        };
        return keys.All(k => Latest.Administrators.Any(a => a.Kid == k.Public.Kid))
            ? TrustChain.Check([.. Versions, Signed(SignedVersion.Of(next), keys)], pending: true)
            : TrustRefusals.Administrators("the key is no administrator's of the version before");
    }

    /// <summary>The second person's signature. Refuses: REF-2429 a key that is no administrator's.</summary>
    public Decision<SignedTrust> Sign(AdministratorKey key) =>
        TrustChain.Check([.. Versions.SkipLast(1), Versions[^1].SignedBy(key)], pending: true) is var signed
        && signed.Refusal?.Code == "REF-2422"
            ? TrustRefusals.Administrators("the key is no administrator's of the version before")
            : signed;

    /// <summary>
    /// Reads and checks everything. Refuses: REF-2415, REF-2420 to REF-2422, REF-2424, REF-2428, REF-2429.
    /// </summary>
    /// <param name="file">As it lies on disk.</param>
    /// <param name="pending">A newest version that lacks a signature is taken too, to be signed.</param>
    public static Decision<SignedTrust> Open(byte[] file, bool pending = false)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(file, Form) is { Versions: var versions }
                ? TrustChain.Check(versions, pending)
                : TrustRefusals.Unreadable("empty");
        }
        catch (JsonException)
        {
            return TrustRefusals.Unreadable("form");
        }
    }

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(new Content(Versions), Form);

    private static SignedVersion Signed(SignedVersion version, IReadOnlyList<AdministratorKey> keys) =>
        keys.Aggregate(version, (made, key) => made.SignedBy(key));

    private sealed record Content(IReadOnlyList<SignedVersion> Versions);
}
