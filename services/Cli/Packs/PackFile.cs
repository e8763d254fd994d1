using Referral.Gateway.Border.Trust;
using Referral.Verifier.Pack;

namespace Referral.Cli.Packs;

/// <summary>`referral verify FILE`: checks a court pack with nothing but the file and a trust list.</summary>
internal static class PackFile
{
    /// <summary>Most bytes of a trust list that is given, included: 64 MiB.</summary>
    private const int TrustBytesMax = 64 << 20;

    // Code of a file that is no signed list; a version alone, as a pack holds it, is taken as it is.
    private const string NotSigned = "REF-2420";

    public static int Verify(Screen screen, string path, string? trust, string language)
    {
        byte[]? given = null;
        if (trust is not null && (given = Read(trust)) is null)
        {
            screen.Wrong($"The trust list {trust} cannot be read.");
            return Exit.BadInput;
        }
        if (given is not null)
        {
            var list = SignedTrust.Open(given);
            if (list.Refused && list.Refusal.Code != NotSigned)
            {
                screen.Bad(TrustFile.Told(list.Refusal));
                return Exit.DoesNotHold;
            }
            if (!list.Refused) given = list.Outcome.LatestPayload;
        }
        using var file = File.OpenRead(path);
        return Print(screen, PackCheck.Run(file, given), language);
    }

    public static int Print(Screen screen, PackReport report, string language)
    {
        new PackPrint(screen, language).Print(report);
        if (report.Holds) return Exit.Holds;
        return report.Findings[0].Code == Refusals.NotAPack ? Exit.BadInput : Exit.DoesNotHold;
    }

    private static byte[]? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length <= TrustBytesMax ? File.ReadAllBytes(path) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
