using System.Security.Cryptography;

namespace Referral.Verifier;

/// <summary>
/// Grows an RFC 6962 tree leaf by leaf and keeps only the roots of its full subtrees: at most 63 hashes,
/// however many leaves come.
/// </summary>
internal sealed class MerkleStack
{
    private readonly Stack<byte[]> full = new();

    public long Count { get; private set; }

    public void Add(byte[] leaf)
    {
        var hash = Leaf(leaf);
        // Each trailing 1 in the count is a full subtree that this leaf completes into one of twice the size.
        for (var trailing = Count; (trailing & 1) == 1; trailing >>= 1)
            hash = Node(full.Pop(), hash);
        full.Push(hash);
        Count++;
    }

    public byte[] Root()
    {
        if (full.Count == 0) return SHA256.HashData([]);
        byte[]? root = null;
        foreach (var left in full)
            root = root is null ? left : Node(left, root);
        return root!;
    }

    public void Clear()
    {
        full.Clear();
        Count = 0;
    }

    public static byte[] Leaf(byte[] leaf) => SHA256.HashData([0x00, .. leaf]);

    public static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([0x01, .. left, .. right]);
}
