using System.Text;
using Referral.Cli.SignIn;

namespace Referral.Cli.Desk;

/// <summary>
/// What was typed into the command and has not reached a gateway: a file of its owner's alone beside the
/// sign-ins, there before anything is sent and gone when the gateway has taken it. So nothing is lost with a
/// line, with the power, or with a word that the gateway refuses.
/// </summary>
internal static class Unsent
{
    private static string Folder => Path.Combine(Path.GetDirectoryName(SessionFile.Folder)!, "unsent");

    /// <summary>Keeps it and says where.</summary>
    public static string Keep(string id, string text)
    {
        var file = Path.Combine(Folder, $"{id}.json");
        OwnFile.Write(file, Encoding.UTF8.GetBytes(text));
        return file;
    }

    /// <summary>Kept here; another file is its owner's own affair.</summary>
    public static bool Holds(string? file) =>
        file is not null && Path.GetDirectoryName(Path.GetFullPath(file)) == Folder && File.Exists(file);

    /// <summary>After the end of a command: what was taken is removed, for the rest it is told where it is.
    /// </summary>
    public static void End(Screen screen, string? file, bool taken)
    {
        if (!Holds(file)) return;
        if (taken) File.Delete(file!);
        else screen.Wrong($"  Nothing that you typed is lost: {file}");
    }
}
