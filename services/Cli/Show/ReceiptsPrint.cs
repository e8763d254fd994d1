using Referral.Contracts.Desk;
using Referral.Network.Play;

namespace Referral.Cli.Show;

/// <summary>Every letter of both sides with the receipt that settled it.</summary>
internal static class ReceiptsPrint
{
    public static void Print(Screen screen, SideView host, SideView origin)
    {
        screen.Title("Letters and their receipts");
        foreach (var side in new[] { host, origin })
            foreach (var letter in side.Timeline.Letters.Where(letter => letter.Direction == "out"))
                Print(screen, letter);
    }

    private static void Print(Screen screen, LetterView letter)
    {
        var way = $"{letter.FromCountry} to {letter.ToCountry}";
        screen.Line($"  {letter.Kind.Code} number {letter.Number}  {way}  {letter.LetterId}");
        screen.Line($"      sha256 {letter.Sha256}");
        screen.Line($"      state {letter.State?.Code} {letter.State?.Text}"
            + (letter.Code.Length > 0 ? $" {letter.Code}" : "") + $", sent {letter.Attempts} times");
        if (letter.ReceiptId.Length > 0)
            screen.Line($"      receipt {letter.ReceiptId} sha256 {letter.ReceiptSha256}");
        else
            screen.Bad("      no receipt");
    }
}
