using System.IO.Compression;

namespace Referral.Verifier.Pack;

/// <summary>The parts of a pack, by name in ordinal order.</summary>
internal static class PackParts
{
    /// <summary>
    /// Null where it is not a zip file, is larger than a pack may be, or names a part twice.
    /// </summary>
    public static SortedDictionary<string, byte[]>? Read(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
            if (zip.Entries.Count > PackFormat.PartsMax) return null;
            var left = PackFormat.BytesMax;
            foreach (var entry in zip.Entries)
            {
                if (Bytes(entry, left) is not { } bytes || !parts.TryAdd(entry.FullName, bytes)) return null;
                left -= bytes.Length;
            }
            return parts;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    // What an entry says of its own length may be wrong: what comes out is counted.
    private static byte[]? Bytes(ZipArchiveEntry entry, long most)
    {
        using var packed = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            if (bytes.Length + read > most) return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }
}
