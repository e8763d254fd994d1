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
        foreach (var covered in entries.Where(one => one.Checkpoint is not null)
            .GroupBy(one => one.Checkpoint))
        {
            // The order of commit, as the sealer took them.
            var leaves = db.Journal.Where(one => one.Checkpoint == covered.Key).OrderBy(one => one.Row)
                .Select(one => new { one.Row, one.Hash }).ToList();
            var hashes = leaves.ConvertAll(leaf => leaf.Hash);
            foreach (var entry in covered)
            {
                var proof = MerkleTree.Prove(hashes, leaves.FindIndex(leaf => leaf.Row == entry.Row));
                proofs.Add(new(entry.Number, covered.Key!.Value, proof.Index, proof.Size,
                    [.. proof.Path.Select(Convert.ToHexStringLower)]));
            }
        }
        return [.. proofs.OrderBy(proof => proof.Number)];
    }

    public static IReadOnlyList<CheckpointRow> CheckpointsOf(GatewayDb db, IReadOnlyList<JournalRow> entries)
    {
        var numbers = entries.Select(one => one.Checkpoint).OfType<long>().Distinct().ToList();
        return [.. db.Checkpoints.Where(one => numbers.Contains(one.Number)).OrderBy(one => one.Number)];
    }
}
