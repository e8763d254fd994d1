namespace Referral.Verifier;

/// <summary>
/// That one leaf stands under a root, without showing the other leaves: its place, the number of leaves,
/// and the hashes beside its path from the leaf upwards.
/// </summary>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path);

/// <summary>
/// Merkle trees as in RFC 6962, section 2.1, with SHA-256: leaf = H(0x00 || leaf), node = H(0x01 || left ||
/// right), the empty tree is H(""). The leaves here are entry hashes in commit order.
/// </summary>
public static class MerkleTree
{
    /// <summary>The root over the leaves in their order. Reads them once and keeps none.</summary>
    public static byte[] Root(IEnumerable<byte[]> leaves)
    {
        var stack = new MerkleStack();
        foreach (var leaf in leaves) stack.Add(leaf);
        return stack.Root();
    }

    /// <summary>
    /// The proof that the leaf at this place (0 to Count - 1) stands under the root of these leaves.
    /// </summary>
    public static InclusionProof Prove(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        int from = 0, size = leaves.Count, place = index;
        while (size > 1)
        {
            var left = LargestPowerOfTwoBelow(size);
            var (otherFrom, otherSize) = place < left ? (from + left, size - left) : (from, left);
            path.Add(Root(Enumerable.Range(otherFrom, otherSize).Select(at => leaves[at])));
            (from, size, place) = place < left
                ? (from, left, place)
                : (from + left, size - left, place - left);
        }
        // Found from the root downwards; a proof is read from the leaf upwards.
        path.Reverse();
        return new(index, leaves.Count, path);
    }

    /// <summary>
    /// Whether the proof leads from the leaf to the root. Algorithm: RFC 9162, section 2.1.3.2.
    /// </summary>
    public static bool Holds(InclusionProof proof, byte[] leaf, byte[] root)
    {
        if (proof.Index < 0 || proof.Index >= proof.Size) return false;
        var (place, last) = (proof.Index, proof.Size - 1);
        var hash = MerkleStack.Leaf(leaf);
        foreach (var beside in proof.Path)
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleStack.Node(beside, hash);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else
                hash = MerkleStack.Node(hash, beside);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    private static int LargestPowerOfTwoBelow(int size)
    {
        var power = 1;
        while (power < size - power) power *= 2;
        return power;
    }
}
