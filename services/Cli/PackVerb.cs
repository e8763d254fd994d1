using System.CommandLine;
using System.Data.Common;
using Referral.Cli.Packs;
using Referral.Gateway;
using Referral.Gateway.Journal.Pack;
using Referral.Network;
using Referral.Verifier.Pack;

namespace Referral.Cli;

/// <summary>
/// `referral pack`: makes the court pack of one referral from one gateway's folder, and checks what it made.
/// </summary>
internal static class PackVerb
{
    public static Verb Build(Screen screen)
    {
        var referral = new Argument<string>("REF") { Description = "Referral number" };
        var country = GatewayFolder.Country();
        var data = DataFolders.Option($"Folder of the network or of the gateway; default {DataFolders.Own}");
        var file = new Option<string>("--out") { Description = "File to make, new", Required = true };
        var language = GatewayFolder.Language("First language of the summary; default: the country's");
        var verb = new Verb("pack",
            "Makes a court pack: letters as signed, receipts, journal, proofs, trust list, summary.",
            $"referral pack RC-... --country {Members.Codes[0]} --out case.zip",
            $"referral pack RC-... --data ./p --country {Members.Codes[0]} --out case.zip --language en")
        {
            referral, country, data, file, language,
        };
        verb.SetAction(parsed =>
        {
            var home = Members.Of(parsed.GetValue(country)!);
            var folder = GatewayFolder.Of(parsed.GetValue(data) ?? DataFolders.Own, home.Code);
            var order = new PackOrder(folder, home, parsed.GetValue(referral)!,
                parsed.GetValue(language) ?? home.Language);
            return Run(screen, order, parsed.GetValue(file)!);
        });
        return verb;
    }

    private static int Run(Screen screen, PackOrder order, string path)
    {
        if (File.Exists(path)) return Wrong(screen, $"{path} is there already; name another file.");
        Decision<byte[]> made;
        try
        {
            made = CourtPack.Make(order, TimeProvider.System);
        }
        catch (Exception fault) when (fault is DbException or InvalidDataException)
        {
            return Wrong(screen, GatewayFolder.Unreadable(order.DataFolder, fault));
        }
        if (made.Refused)
            return Wrong(screen,
                new PackPrint(screen, order.Language).Refusal(made.Refusal.Code, made.Refusal.Values));
        Write(path, made.Outcome);
        screen.Line($"{path}: {made.Outcome.Length} bytes. It holds the letters in clear: guard it.");
        using var file = new MemoryStream(made.Outcome);
        return PackFile.Print(screen, PackCheck.Run(file), order.Language);
    }

    private static void Write(string path, byte[] pack)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(pack);
        file.Flush(flushToDisk: true);
    }

    private static int Wrong(Screen screen, string sentence)
    {
        screen.Wrong(sentence);
        return Exit.BadInput;
    }
}
