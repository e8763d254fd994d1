using Referral.Network;
using Referral.Network.Cases;
using Referral.Network.Play;

namespace Referral.Cli.Show;

/// <summary>Both sides of the referral, each in its own officer's language.</summary>
internal static class SidesPrint
{
    public static void Print(Screen screen, CaseFile file, SideView host, SideView? origin)
    {
        var writer = Words.Of(Members.Of(file.Host).Language);
        screen.Title($"{host.Country}: the case as entered, seen by {host.Officer}");
        FolderPrint.AsWritten(screen, writer, host.Case);
        NotePrint.Print(screen, writer, host.Case.NoteDraft);
        TimelinePrint.Print(screen, writer, host);
        if (origin is null) return;

        var reader = Words.Of(Members.Of(file.Origin).Language);
        screen.Title($"{origin.Country}: the same case as rendered, seen by {origin.Officer}");
        FolderPrint.AsRendered(screen, reader, origin.Case);
        TimelinePrint.Print(screen, reader, origin);
        ReceiptsPrint.Print(screen, host, origin);
    }
}
