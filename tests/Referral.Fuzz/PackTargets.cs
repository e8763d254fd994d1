using Referral.Tests.Verifier.Pack;
using Referral.Verifier.Pack;

namespace Referral.Fuzz;

/// <summary>
/// A part of a good pack is exchanged, and the manifest signed over it by the pack's own country: so the
/// change reaches the check behind it. The first byte of an input chooses the part.
/// </summary>
internal static class PackTargets
{
    private static readonly PackUnderTest Pack = new();

    private static readonly string[] Names = [.. Pack.Parts.Keys];

    private static readonly Dictionary<string, byte[]> Good = Pack.Parts.ToDictionary();

    public static void Part(byte[] input)
    {
        if (input.Length == 0) return;
        var name = Names[input[0] % Names.Length];
        var content = input[1..];
        Try(name, content);
        // Signed as what it should be, too: what was signed may be anything.
        if (TypOf(name) is { } typ)
            foreach (var member in new[] { Pack.X, Pack.Y })
                Try(name, member.Sign(content, typ));
    }

    private static void Try(string name, byte[] content)
    {
        Pack.Put(name, content);
        Pack.Sign();
        PackCheck.Run(Pack.Zip());
        Pack.Put(PackFormat.Manifest, Pack.X.Sign(content, PackFormat.ManifestTyp));
        PackCheck.Run(Pack.Zip());
        Pack.Put(name, Good[name]);
    }

    private static string? TypOf(string name) => name.Split('/')[0] switch
    {
        "letters" => PackFormat.LetterTyp,
        "receipts" => PackFormat.ReceiptTyp,
        "checkpoints" or "witnesses" => Referral.Verifier.CheckpointFormat.Typ,
        _ => null,
    };
}
