using System.IO.Compression;
using System.Text;

namespace Referral.Tests.Gateway.Journal.Pack;

/// <summary>A pack taken apart.</summary>
internal static class PackParts
{
    public static Dictionary<string, byte[]> Parts(byte[] pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var bytes = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>A part as it stands, and what its base64url holds.</summary>
    public static IEnumerable<string> Readable(byte[] part)
    {
        var text = Encoding.UTF8.GetString(part);
        yield return text;
        foreach (var token in text.Split('.').Where(one => System.Buffers.Text.Base64Url.IsValid(one)))
            yield return Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token));
    }
}
