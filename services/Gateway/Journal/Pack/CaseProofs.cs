using Referral.Gateway.Storage;
using Referral.Verifier;
using Referral.Verifier.Pack;

namespace Referral.Gateway.Journal.Pack;

/// <summary>
/// Proofs that the entries of a case stand under signed checkpoints: of other entries beside them only hashes
/// of hashes are told.
/// </summary>
internal static class CaseProofs
{
    public static IReadOnlyList<PackedProof> Of(GatewayDb db, IReadOnlyList<JournalRow> entries)
    {
        var proofs = new List<PackedProof>();
        foreach (var (after, checkpoint, covered) in Covering(db, entries))
        {
            // The order of commit, as the sealer took them.
            var leaves = db.Journal.Where(one => one.Row > after && one.Row <= checkpoint.LastRow)
                .OrderBy(one => one.Row).Select(one => new { one.Row, one.Hash }).ToList();
            var hashes = leaves.ConvertAll(leaf => leaf.Hash);
            foreach (var entry in covered)
            {
                var proof = MerkleTree.Prove(hashes, leaves.FindIndex(leaf => leaf.Row == entry.Row));
                proofs.Add(new(entry.Number, checkpoint.Number, proof.Index, proof.Size,
                    [.. proof.Path.Select(Convert.ToHexStringLower)]));
            }
        }
        return [.. proofs.OrderBy(proof => proof.Number)];
    }

    /// <summary>The checkpoints of these proofs.</summary>
    public static IReadOnlyList<CheckpointRow> CheckpointsOf(GatewayDb db, IReadOnlyList<PackedProof> proofs)
    {
        var numbers = proofs.Select(one => one.Checkpoint).Distinct().ToList();
        return [.. db.Checkpoints.Where(one => numbers.Contains(one.Number)).OrderBy(one => one.Number)];
    }

    // Each checkpoint that covers some of them, with the row after which it begins. What is left is a tail.
    private static IEnumerable<(long After, CheckpointRow Checkpoint, List<JournalRow> Covered)> Covering(
        GatewayDb db, IReadOnlyList<JournalRow> entries)
    {
        var left = entries.OrderBy(one => one.Row).ToList();
        while (left.Count > 0)
        {
            var first = left[0].Row;
            // One that covers nothing has the last row of the one before, and a higher number.
            var checkpoint = db.Checkpoints.Where(one => one.LastRow >= first)
                .OrderBy(one => one.LastRow).ThenBy(one => one.Number).FirstOrDefault();
            if (checkpoint is null) yield break;
            var after = db.Checkpoints.Where(one => one.Number < checkpoint.Number)
                .OrderByDescending(one => one.Number).Select(one => one.LastRow).FirstOrDefault();
            var covered = left.TakeWhile(one => one.Row <= checkpoint.LastRow).ToList();
            yield return (after, checkpoint, covered);
            left.RemoveRange(0, covered.Count);
        }
    }
}
