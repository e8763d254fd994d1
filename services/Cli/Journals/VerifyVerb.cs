using System.CommandLine;
using System.Data.Common;

namespace Referral.Cli.Journals;

/// <summary>
/// `referral verify`: checks the journals of a network or of one gateway, and names the first broken entry.
/// </summary>
internal static class VerifyVerb
{
    public static Verb Build(Screen screen)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = $"Folder of a network, or of one gateway; default {DataFolders.Own}",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Verb("verify",
            "Checks journals: every entry, every checkpoint, every record they name.",
            "referral verify ./practice",
            $"referral verify ./practice/{Network.Members.Codes[0].ToLowerInvariant()}")
        {
            folder,
        };
        verb.SetAction(parsed => Run(screen, parsed.GetValue(folder) ?? DataFolders.Own));
        return verb;
    }

    private static int Run(Screen screen, string folder)
    {
        if (!Directory.Exists(folder)) return Wrong(screen, $"There is no folder {folder}.");
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
