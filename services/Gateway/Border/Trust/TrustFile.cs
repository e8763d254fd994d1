using Referral.Contracts.Refusals;

namespace Referral.Gateway.Border.Trust;

/// <summary>The signed trust list on disk: JSON, all versions from the first to the newest.</summary>
public static class TrustFile
{
    /// <summary>Bytes of a file: 64 MiB at most, a thousand versions of a list of four members.</summary>
    internal const int BytesMax = 64 * 1024 * 1024;

    internal static TrustList Read(string path)
    {
        var read = Open(path);
        return read.Refused
            ? throw new InvalidDataException($"{path}: {Told(read.Refusal)}")
            : read.Outcome.List;
    }

    /// <summary>Reads and checks; see <see cref="SignedTrust.Open"/> for what it refuses.</summary>
    /// <exception cref="InvalidDataException">Others than the owner may write the file.</exception>
    public static Decision<SignedTrust> Open(string path, bool pending = false)
    {
        OwnerOnly.RefuseWritableByOthers(path);
        return new FileInfo(path).Length > BytesMax
            ? TrustRefusals.Unreadable("size")
            : SignedTrust.Open(File.ReadAllBytes(path), pending);
    }

    /// <summary>Writes in one move: a reader sees the old file or the new, never a part.</summary>
    public static void Write(string path, SignedTrust list)
    {
        var next = $"{path}.{Guid.CreateVersion7():N}.next";
        OwnerOnly.WriteNew(next, list.ToBytes());
        File.Move(next, path, overwrite: true);
    }

    /// <summary>A refusal in English with its number, for an administrator's screen or log.</summary>
    public static string Told(Refusal refusal)
    {
        var told = RefusalBook.Shipped.Tell(refusal.Code, "en", refusal.Values);
        return $"{refusal.Code} {told.Text} {told.Remedy}";
    }
}
