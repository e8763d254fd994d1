using System.CommandLine;

namespace Referral.Cli;

/// <summary>Where a network keeps its things.</summary>
internal static class DataFolders
{
    /// <summary>
    /// The folder of `up` where none is named: the user's own data, so that it goes on where it was from
    /// whatever folder it is started in. ~/.local/share/referral on Linux, or what XDG_DATA_HOME says.
    /// </summary>
    public static string Own { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify),
        "referral");

    public static Option<string?> Option(string description) => new("--data") { Description = description };

    /// <summary>A folder of its own for one demo.</summary>
    public static string Temporary() => Directory.CreateTempSubdirectory("referral-demo-").FullName;
}
