namespace Referral.Network.Processes;

/// <summary>
/// Files and folders that nobody but their owner may read: settings hold the letterboxes' passwords.
/// </summary>
internal static class OwnerOnlyFile
{
    /// <summary>Made when absent; one that is there keeps the rights it has.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Whole or not at all: who reads it meanwhile finds the file that was there before.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var fresh = $"{path}.new";
        using (var stream = Open(fresh, FileMode.Create, FileShare.None)) stream.Write(content);
        File.Move(fresh, path, overwrite: true);
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
