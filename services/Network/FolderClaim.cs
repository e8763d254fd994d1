namespace Referral.Network;

/// <summary>
/// Keeps a second network out of a folder while one runs on it. The system lets the lock go when the process
/// ends, by kill -9 too.
/// </summary>
internal sealed class FolderClaim : IDisposable
{
    private readonly FileStream _lock;

    private FolderClaim(FileStream held) => _lock = held;

    public static FolderClaim Take(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(new FileStream(Path.Combine(folder, "network.lock"),
                FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault)
        {
            throw new NetworkFault(
                $"Another network runs on {folder}. Stop it first, or name another folder.", fault);
        }
    }

    public void Dispose() => _lock.Dispose();
}
