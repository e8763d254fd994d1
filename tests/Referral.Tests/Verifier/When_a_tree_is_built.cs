using Referral.Verifier;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier;

public class When_a_tree_is_built
{
    // Test vectors of the certificate-transparency reference implementation (Apache-2.0).
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void the_roots_are_those_of_certificate_transparency()
    {
        for (var size = 0; size < Roots.Length; size++)
            Convert.ToHexStringLower(MerkleTree.Root(Leaves[..size].Select(Convert.FromHexString)))
                .ShouldBe(Roots[size]);
    }

    [Fact]
    public void the_proof_of_every_leaf_holds_in_trees_of_every_size()
    {
        for (var size = 1; size <= 33; size++)
        {
            var leaves = Numbered(size);
            var root = MerkleTree.Root(leaves);
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleTree.Prove(leaves, index);
                MerkleTree.Holds(proof, leaves[index], root).ShouldBeTrue();
                proof.Path.Count.ShouldBeLessThanOrEqualTo(6);
                Broken(proof, leaves[index], root);
            }
        }
    }

    [Fact]
    public void the_proof_of_a_single_leaf_is_empty() =>
        MerkleTree.Prove(Numbered(1), 0).Path.ShouldBeEmpty();

    private static void Broken(InclusionProof proof, byte[] leaf, byte[] root)
    {
        MerkleTree.Holds(proof, [0xff, .. leaf], root).ShouldBeFalse();
        MerkleTree.Holds(proof, leaf, new byte[32]).ShouldBeFalse();
        MerkleTree.Holds(proof with { Index = -1 }, leaf, root).ShouldBeFalse();
        MerkleTree.Holds(proof with { Index = proof.Size }, leaf, root).ShouldBeFalse();
        MerkleTree.Holds(proof with { Path = [.. proof.Path, new byte[32]] }, leaf, root).ShouldBeFalse();
        for (var at = 0; at < proof.Path.Count; at++)
        {
            byte[][] shorter = [.. proof.Path.Where((_, one) => one != at)];
            MerkleTree.Holds(proof with { Path = shorter }, leaf, root).ShouldBeFalse();
        }
        var elsewhere = proof with { Index = (proof.Index + 1) % proof.Size };
        if (proof.Size > 1) MerkleTree.Holds(elsewhere, leaf, root).ShouldBeFalse();
    }

    private static byte[][] Numbered(int count) =>
        [.. Enumerable.Range(0, count).Select(one => new[] { (byte)one })];
}
