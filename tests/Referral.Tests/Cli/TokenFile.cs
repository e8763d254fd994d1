using Referral.Gateway.Border.Trust;
using Referral.Tests.Gateway.Running;

namespace Referral.Tests.Cli;

/// <summary>A practice token of the Thai gateway, in a file of its owner's alone.</summary>
internal static class TokenFile
{
    public static async Task<string> Of(RunningGateways gateways, Seat seat)
    {
        var file = Path.Combine(gateways.Network.Folder, $"{Guid.NewGuid():N}.token");
        await File.WriteAllTextAsync(file, PracticeTokens.Issue(
            gateways.DataFolder("TH"), "TH", seat.Account, seat.Post, seat.Roles, TimeSpan.FromHours(1)));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }
}
