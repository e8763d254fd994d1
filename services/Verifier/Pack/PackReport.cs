namespace Referral.Verifier.Pack;

/// <summary>One broken thing in a pack.</summary>
/// <param name="Code">One of <see cref="Refusals"/>.</param>
/// <param name="Piece"> Name of the part, with #number behind it for one entry or proof. Never personal
/// data: names of parts are made of codes, numbers and hashes; a part that is not of the pack is named as
/// the zip file names it.
/// </param>
public sealed record PackFinding(string Code, string Piece);

/// <summary>What the check of a pack read and found: it holds when there is no finding.</summary>
public sealed record PackReport
{
    /// <summary>What is broken, the first broken piece first.</summary>
    public required IReadOnlyList<PackFinding> Findings { get; init; }

    /// <summary>Null where its signature did not hold; then nothing it says may be shown.</summary>
    public PackManifest? Manifest { get; init; }

    /// <summary>Fingerprint of the trust list that was used; empty where there was none.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Whether the list used was given, and not the one inside.</summary>
    public bool TrustGiven { get; init; }

    /// <summary>Letters, receipts and checkpoints whose signature holds.</summary>
    public int Letters { get; init; }

    /// <inheritdoc cref="Letters"/>
    public int Receipts { get; init; }

    /// <inheritdoc cref="Letters"/>
    public int Checkpoints { get; init; }

    /// <summary>Checkpoints of the other country that hold.</summary>
    public int Witnesses { get; init; }

    /// <summary>Entries in the chain.</summary>
    public int Entries { get; init; }

    /// <summary>Entries proved to stand under a checkpoint; the others are the unsealed tail.</summary>
    public int Sealed { get; init; }

    /// <summary>
    /// Pieces signed with a key that was revoked since, and proved by another country to be older.
    /// </summary>
    public int History { get; init; }

    /// <summary>
    /// Pieces signed with a key that was revoked since, whose age no other country proves: the country that
    /// made the pack answers for them, with a key that counts. Its own pieces, and witnesses it kept.
    /// </summary>
    public IReadOnlyList<string> OwnWord { get; init; } = [];

    /// <summary>Whether nothing is broken.</summary>
    public bool Holds => Findings.Count == 0;
}
