using System.CommandLine;
using System.Data.Common;
using Referral.Cli.Packs;

namespace Referral.Cli.Journals;

/// <summary>
/// `referral verify`: checks the journals of a network or of one gateway, or a court pack, and
/// names the first broken piece.
/// </summary>
internal static class VerifyVerb
{
    public static Verb Build(Screen screen)
    {
        var place = new Argument<string?>("DIR|FILE")
        {
            Description = "Folder of a network or of one gateway, or a court pack; "
                + $"default {DataFolders.Own}",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var trust = new Option<string?>("--trust")
        {
            Description = "For a court pack: a trust list that equals or supersedes the one inside",
        };
        var language = GatewayFolder.Language("For a court pack: language of what is said; default en");
        var verb = new Verb("verify",
            "Checks journals: every entry, every checkpoint, every record they name. Or a court pack.",
            "referral verify ./practice",
            $"referral verify ./practice/{Network.Members.Codes[0].ToLowerInvariant()}",
            "referral verify case.zip --trust trust.json --language th")
        {
            place, trust, language,
        };
        verb.SetAction(parsed => File.Exists(parsed.GetValue(place))
            ? PackFile.Verify(screen, parsed.GetValue(place)!, parsed.GetValue(trust),
                parsed.GetValue(language) ?? "en")
            : Run(screen, parsed.GetValue(place) ?? DataFolders.Own));
        return verb;
    }

    private static int Run(Screen screen, string folder)
    {
        if (!Directory.Exists(folder)) return Wrong(screen, $"There is no folder and no file {folder}.");
        IReadOnlyList<CheckedJournal> journals;
        try
        {
            journals = JournalsCheck.Run(folder);
        }
        catch (Exception fault) when (fault is DbException or InvalidDataException)
        {
            return Wrong(screen, $"A journal in {folder} cannot be read ({fault.GetType().Name}).");
        }
        if (journals.Count == 0)
            return Wrong(screen,
                $"{folder} holds no journal: name the folder of a network or of one gateway.");
        JournalsPrint.Print(screen, journals);
        var whole = journals.All(one => one.Report.Whole);
        if (whole) screen.Good("Everything holds.");
        else screen.Bad("Does not hold.");
        return whole ? Exit.Holds : Exit.DoesNotHold;
    }

    private static int Wrong(Screen screen, string sentence)
    {
        screen.Wrong(sentence);
        return Exit.BadInput;
    }
}
