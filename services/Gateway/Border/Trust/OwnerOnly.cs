namespace Referral.Gateway.Border.Trust;

/// <summary>
/// Files only their owner may touch. Windows has no such mode bits; there the folder's own rights must do it.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode Owner =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Makes the folder, mode 0700, where absent; refuses one that others may enter.</summary>
    internal static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Owner);
        RefuseOpenToOthers(path);
    }

    /// <summary>Writes a file that must not exist yet, mode 0600, and forces it to the disk.</summary>
    internal static void WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads a secret, unless its file is open to others.</summary>
    internal static string ReadSecret(string path)
    {
        RefuseOpenToOthers(path);
        return File.ReadAllText(path);
    }

    /// <exception cref="InvalidDataException">Others than the owner may write the file.</exception>
    internal static void RefuseWritableByOthers(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OthersWrite) != 0)
            throw new InvalidDataException(
                $"{path} may be written by others than its owner. "
                + $"Check its content, then: chmod go-w {path}");
    }

    internal static void RefuseOpenToOthers(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owner) != 0)
            throw new InvalidDataException(
                $"{path} is open to others than its owner, so what is in it may be known. "
                + $"Decide whether the keys must be replaced, then: chmod go= {path}");
    }
}
