namespace Referral.Gateway.Storage;

/// <summary>
/// Says that somebody works on a data folder. Gateways share it; what must not happen beside a
/// running gateway takes it alone. The system lets it go when the process ends, by kill -9 too.
/// </summary>
internal sealed class FolderUse : IDisposable
{
    private const string FileName = "gateway.lock";

    private readonly FileStream _held;

    private FolderUse(FileStream held) => _held = held;

    /// <summary>A gateway runs. Throws while somebody has the folder alone.</summary>
    public static FolderUse Running(string folder) => new(Open(folder, FileShare.ReadWrite));

    /// <summary>
    /// Nobody else works on it, and no gateway starts until this ends; null while one runs.
    /// </summary>
    public static FolderUse? Alone(string folder)
    {
        try
        {
            return new(Open(folder, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();

    private static FileStream Open(string folder, FileShare share) =>
        new(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
}
