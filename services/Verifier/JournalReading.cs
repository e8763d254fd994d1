using System.Security.Cryptography;

namespace Referral.Verifier;

/// <summary>
/// An entry as a gateway stores it. Row is only printed; Checkpoint is null until a checkpoint covers it.
/// </summary>
public sealed record StoredEntry(
    long Row, string Chain, long Number, byte[] Previous, byte[] Text, byte[] Hash, long? Checkpoint);

/// <summary>A checkpoint as a gateway stores it.</summary>
public sealed record StoredCheckpoint(long Number, string Jws);

/// <summary>
/// A checkpoint of this country that another country keeps from a pouch: the one thing a journal rewritten
/// at home, keys and all, cannot take back. Sha256 is <see cref="CheckpointFormat.Hash"/> of its JWS.
/// </summary>
public sealed record WitnessedCheckpoint(string Holder, long Number, byte[] Sha256);

/// <summary>
/// A journal as it is handed to the verifier. Both streams are read once, side by side, and never kept.
/// </summary>
public sealed record JournalReading
{
    /// <summary>Country whose journal this is; every checkpoint must name it.</summary>
    public required string Country { get; init; }

    /// <summary>
    /// Entries in commit order: by checkpoint, then by row; those not yet sealed last. The leaves of a
    /// checkpoint stand in this same order.
    /// </summary>
    public required IEnumerable<StoredEntry> Entries { get; init; }

    /// <summary>Checkpoints by number.</summary>
    public required IEnumerable<StoredCheckpoint> Checkpoints { get; init; }

    /// <summary>The country's public key with this kid, old keys too; null where it never had one.</summary>
    public required Func<string, ECDsa?> KeyOf { get; init; }

    /// <summary>Whether the key with this kid was revoked.</summary>
    public Func<string, bool> IsRevoked { get; init; } = _ => false;

    /// <summary>SHA-256 in lower-case hex of every letter's and receipt's JWS on file.</summary>
    public required IReadOnlySet<string> RecordsHeld { get; init; }

    /// <summary>Checkpoints that other countries hold, where they were asked; none is fine.</summary>
    public IReadOnlyList<WitnessedCheckpoint> Witnessed { get; init; } = [];
}
