namespace Referral.Cli.SignIn;

/// <summary>A file of whoever runs the command, which nobody else of the machine may read.</summary>
internal static class OwnFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Whole or not at all: a command that runs beside this one finds the file that was there before.
    /// </summary>
    public static void Write(string file, byte[] content)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var fresh = $"{file}.{Guid.NewGuid():N}";
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(fresh, how)) stream.Write(content);
        File.Move(fresh, file, overwrite: true);
    }
}
