namespace Referral.Verifier.Pack;

/// <summary>
/// Each entry stands under the root of a checkpoint, in the order of the chain; only the last ones may still
/// wait for theirs.
/// </summary>
internal static class ProofsCheck
{
    public static void Run(OpenedPack pack)
    {
        if (pack.Part(PackFormat.Proofs) is not { } part) return;
        if (PackedProofs.Read(part) is not { } packed
            || packed.Proofs.GroupBy(proof => proof.Number).Any(same => same.Count() > 1))
        {
            pack.Broken(Refusals.ProofBroken, PackFormat.Proofs);
            return;
        }
        var proofs = packed.Proofs.ToDictionary(proof => proof.Number);
        var last = proofs.Count == 0 ? 0 : proofs.Keys.Max();
        var place = (Checkpoint: 0L, Index: -1L);
        foreach (var number in pack.Entries.Keys.Union(proofs.Keys).Order())
        {
            if (!proofs.TryGetValue(number, out var proof))
            {
                if (number < last) pack.Broken(Refusals.ProofBroken, Piece(number));
                continue;
            }
            var here = (proof.Checkpoint, proof.Index);
            if (here.CompareTo(place) > 0 && Holds(pack, proof)) Sealed(pack, proof);
            else pack.Broken(Refusals.ProofBroken, Piece(number));
            place = here;
        }
    }

    private static bool Holds(OpenedPack pack, PackedProof proof)
    {
        var path = proof.Path.Select(EntriesCheck.Hex).ToList();
        return path.TrueForAll(hash => hash is not null)
            && pack.Entries.TryGetValue(proof.Number, out var entry)
            && pack.Checkpoints.TryGetValue(proof.Checkpoint, out var checkpoint)
            && MerkleTree.Holds(new(proof.Index, proof.Size, path!), entry.Hash, checkpoint.Content.Root);
    }

    // What the entry names was there when the checkpoint was signed.
    private static void Sealed(OpenedPack pack, PackedProof proof)
    {
        pack.Sealed++;
        var (entry, content) = (pack.Entries[proof.Number], pack.Checkpoints[proof.Checkpoint].Content);
        foreach (var named in new[] { JournalFormat.LetterSha256, JournalFormat.ReceiptSha256 })
            pack.Dated.Add(new(entry.Value(named), content.Country, content.At.ToUnixTimeSeconds()));
    }

    private static string Piece(long number) => $"{PackFormat.Proofs}#{number}";
}
