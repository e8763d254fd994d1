using System.Text;

namespace Referral.Verifier.Pack;

/// <summary>Each letter: signed by its sender, of this referral, between these two countries.</summary>
internal static class LettersCheck
{
    // Fields of contracts/Letters/letter.proto.
    private const int Head = 1, Referral = 3, Number = 4, From = 5, To = 7;

    public static void Run(OpenedPack pack)
    {
        foreach (var (name, token) in pack.Folder(PackFormat.Letters))
        {
            if (pack.Open(name, token, PackFormat.LetterTyp) is not { } signed) continue;
            var letter = WireFields.Read(signed.Payload);
            var head = letter is null ? null : WireFields.Read(letter.Bytes(Head));
            if (head is null || !Fits(pack.Manifest, head, signed.Country))
                pack.Broken(Refusals.LetterOfOther, name);
            else if (name != PackFormat.LetterName(
                signed.Country, head.Number(Number), Encoding.ASCII.GetString(token)))
                pack.Broken(Refusals.PartChanged, name);
            else
                pack.Letters[signed.Sha256] = new(head.Text(To), signed.Sha256);
        }
    }

    private static bool Fits(PackManifest manifest, WireFields head, string signer) =>
        head.Text(Referral) == manifest.Referral && head.Text(From) == signer
        && head.Number(Number) is > 0 and <= uint.MaxValue
        && ((signer == manifest.Country && head.Text(To) == manifest.Other)
            || (signer == manifest.Other && head.Text(To) == manifest.Country));
}
