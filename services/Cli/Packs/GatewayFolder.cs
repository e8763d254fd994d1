using System.CommandLine;
using Referral.Gateway.Border.Trust;
using Referral.Network;

namespace Referral.Cli.Packs;

/// <summary>The folder of one gateway: named itself, or as a network's folder and a country.</summary>
internal static class GatewayFolder
{
    public static string Of(string folder, string country) =>
        File.Exists(Path.Combine(folder, TrustList.FileName)) ? folder : Members.DataFolder(folder, country);

    /// <summary>The databases of a folder could not be read: by the kind of fault, never its text.</summary>
    public static string Unreadable(string folder, Exception fault) =>
        $"The databases of {folder} cannot be read ({fault.GetType().Name}).";

    public static Option<string> Country()
    {
        var option = new Option<string>("--country") { Description = "Whose gateway it is", Required = true };
        option.AcceptOnlyFromAmong([.. Members.Codes]);
        return option;
    }

    public static Option<string?> Language(string description)
    {
        var option = new Option<string?>("--language") { Description = description };
        option.AcceptOnlyFromAmong([.. PackPrint.Languages]);
        return option;
    }
}
