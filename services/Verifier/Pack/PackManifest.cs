namespace Referral.Verifier.Pack;

/// <summary>What the gateway that made a pack signs: whose it is, and the hash of every part.</summary>
/// <param name="Format"><see cref="PackFormat.Version"/>.</param>
/// <param name="Referral">Referral number.</param>
/// <param name="Country">Country whose gateway made it.</param>
/// <param name="Other">The other country of the referral.</param>
/// <param name="Chain">Chain of the case in that gateway's journal.</param>
/// <param name="MadeAt">UTC, written as in the journal.</param>
/// <param name="Languages">The two languages of the summary; one where both are the same.</param>
/// <param name="Parts">Name of each part but the manifest, and its SHA-256 in lower-case hex.</param>
public sealed record PackManifest(
    string Format, string Referral, string Country, string Other, string Chain, string MadeAt,
    IReadOnlyList<string> Languages, IReadOnlyDictionary<string, string> Parts)
{
    /// <summary>The bytes that are signed.</summary>
    public byte[] Write() => PackJson.Write(this);

    /// <summary>Null where it is not written as a manifest.</summary>
    public static PackManifest? Read(byte[] payload) =>
        PackJson.Read<PackManifest>(payload) is { Format: PackFormat.Version } manifest
            && manifest.Country != manifest.Other ? manifest : null;
}

/// <summary>The part journal.json.</summary>
public sealed record PackedJournal(string Chain, IReadOnlyList<PackedEntry> Entries)
{
    /// <summary>The part's bytes.</summary>
    public byte[] Write() => PackJson.Write(this);

    internal static PackedJournal? Read(byte[]? bytes) => PackJson.Read<PackedJournal>(bytes);
}

/// <summary>
/// An entry: hashes in lower-case hex, the text as base64 of the bytes that were hashed.
/// </summary>
public sealed record PackedEntry(long Number, string Previous, string Hash, string Text);

/// <summary>The part proofs.json.</summary>
public sealed record PackedProofs(IReadOnlyList<PackedProof> Proofs)
{
    /// <summary>The part's bytes.</summary>
    public byte[] Write() => PackJson.Write(this);

    internal static PackedProofs? Read(byte[]? bytes) => PackJson.Read<PackedProofs>(bytes);
}

/// <summary>That the entry of this number is leaf Index of Size under a checkpoint's root.</summary>
/// <param name="Path">Hashes in lower-case hex from the leaf upwards.</param>
public sealed record PackedProof(
    long Number, long Checkpoint, long Index, long Size, IReadOnlyList<string> Path);
