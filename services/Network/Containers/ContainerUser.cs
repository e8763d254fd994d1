using System.Globalization;
using System.Runtime.InteropServices;

namespace Referral.Network.Containers;

/// <summary>
/// The user that containers run as, and to whom the files they read belong. Never root.
/// </summary>
/// <param name="User">Number of the user, above 0.</param>
/// <param name="Group">Number of the group, above 0.</param>
public sealed record ContainerUser(uint User, uint Group)
{
    /// <summary>For a founder who is root: a number that no system gives to a person.</summary>
    private const uint NobodyOfThisMachine = 10_001;

    /// <summary>Who founds the network; 10001:10001 where that is root.</summary>
    public static ContainerUser OfFounder()
    {
        if (OperatingSystem.IsWindows() || geteuid() == 0)
            return new(NobodyOfThisMachine, NobodyOfThisMachine);
        return new(geteuid(), getegid());
    }

    /// <summary>From "1000:1000"; null where it is no such pair or names root.</summary>
    public static ContainerUser? Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2 && Number(parts[0]) is { } user && Number(parts[1]) is { } group
            ? new(user, group) : null;
    }

    /// <summary>Gives a folder and all in it to this user; only root can give to another.</summary>
    /// <exception cref="NetworkFault">The system refused.</exception>
    internal void Own(string folder)
    {
        if (OperatingSystem.IsWindows() || this == new ContainerUser(geteuid(), getegid())) return;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Prepend(folder))
        {
            if (lchown(path, User, Group) != 0)
                throw new NetworkFault($"{path} cannot be given to user {this}: {Refused()}. "
                    + "Found the network as that user, or as root.");
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{User}:{Group}");

    private static string Refused() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    private static uint? Number(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < int.MaxValue ? number : null;

#pragma warning disable SYSLIB1054 // The generated form needs unsafe blocks, which this project has nowhere.
    [DllImport("libc")]
    private static extern uint geteuid();

    [DllImport("libc")]
    private static extern uint getegid();

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int lchown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
#pragma warning restore SYSLIB1054
}
