using Referral.Gateway;
using Referral.Gateway.Border.Trust;

namespace Referral.Network;

/// <summary>
/// Founds a practice network in a folder: a data folder and keys for each member, and the same trust list in
/// each. Done once; a later start keeps what is there. Real members exchange their keys on paper; here one
/// hand holds all.
/// </summary>
internal static class Founding
{
    public static void Found(string folder, IReadOnlyList<Country> members, TimeProvider time)
    {
        OwnerOnly(folder);
        var published = members.Select(country =>
        {
            var home = Members.DataFolder(folder, country.Code);
            OwnerOnly(home);
            using var keys = GatewayKeys.CreateOrRead(home, country.Code, time);
            return keys.Published(country);
        }).ToList();
        foreach (var country in members)
        {
            var file = Path.Combine(Members.DataFolder(folder, country.Code), TrustList.FileName);
            if (!File.Exists(file)) new TrustList(1, published).Write(file);
        }
    }

    private static void OwnerOnly(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
