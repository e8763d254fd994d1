namespace Referral.Verifier;

/// <summary>
/// What a gateway signs at a fixed cadence: the root over the entries committed since the checkpoint
/// before. It says nothing of how many they are. Numbers start at 1 and have no gaps.
/// </summary>
/// <param name="Country">Country of the gateway, ISO 3166-1 alpha-2.</param>
/// <param name="Number">1 and upwards.</param>
/// <param name="At">When it was sealed, UTC, kept to the millisecond.</param>
/// <param name="Previous">SHA-256 of the checkpoint before (its JWS, ASCII), or 32 zero bytes.</param>
/// <param name="Root">Root of the <see cref="MerkleTree"/> over the entry hashes; the empty root where
/// there were none.</param>
public sealed record Checkpoint(string Country, long Number, DateTimeOffset At, byte[] Previous, byte[] Root);

/// <summary>
/// A checkpoint that was opened with the key of this kid, or in <see cref="Broken"/> the sentence why it
/// cannot be believed.
/// </summary>
public sealed record OpenedCheckpoint(Checkpoint? Checkpoint, string? Broken, string Kid = "");
