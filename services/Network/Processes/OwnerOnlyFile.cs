namespace Referral.Network.Processes;

/// <summary>Files that nobody but their owner may read: settings hold the letterboxes' passwords.</summary>
internal static class OwnerOnlyFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var stream = Open(path, FileMode.Create, FileShare.None);
        stream.Write(content);
    }

    /// <summary>Several writers may hold it; each line is written whole.</summary>
    public static StreamWriter Append(string path) =>
        new(Open(path, FileMode.Append, FileShare.ReadWrite)) { AutoFlush = true };

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
