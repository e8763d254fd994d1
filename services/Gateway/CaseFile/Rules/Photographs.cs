using System.Text;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// Whether a file may stand in the folder. Photographs and films of the person never may (REF-2301), whatever
/// the file calls itself; in this version no other attachment is taken either (REF-2302): the folder holds
/// words only. Source: the project's roles, 5.3 (mark P).
/// </summary>
internal static class Photographs
{
    private static readonly byte[][] Starts =
    [
        [0xFF, 0xD8, 0xFF],                                 // JPEG
        [0x89, 0x50, 0x4E, 0x47],                           // PNG
        Encoding.ASCII.GetBytes("GIF8"),
        Encoding.ASCII.GetBytes("BM"),                      // BMP
        [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A], // TIFF
        [0x1A, 0x45, 0xDF, 0xA3],                           // Matroska, WebM
        [0x00, 0x00, 0x01, 0xBA], [0x00, 0x00, 0x01, 0xB3], // MPEG
        Encoding.ASCII.GetBytes("FLV"),
        [0xFF, 0x0A], [0x00, 0x00, 0x00, 0x0C, 0x4A, 0x58], // JPEG XL
    ];

    public static Refusal Refuse(string mediaType, ReadOnlySpan<byte> content) =>
        IsPicture(mediaType, content)
            ? Refusals.Field(Refusals.PictureOfThePerson, "photograph", ("rule", "NO-PICTURES"))
            : Refusals.Field(Refusals.AttachmentNotTaken, "attachment", ("value", Named(mediaType)));

    public static bool IsPicture(string mediaType, ReadOnlySpan<byte> content)
    {
        var named = mediaType.Trim();
        if (named.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            || named.StartsWith("video/", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var start in Starts)
            if (content.StartsWith(start))
                return true;
        return IsBoxed(content) || IsRiff(content);
    }

    // Whatever a caller puts there is shown back to her, so only the form of a media type is.
    private static string Named(string mediaType) =>
        mediaType.Length is > 0 and <= 80
            && mediaType.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '+')
            ? mediaType : "?";

    // HEIC, AVIF, MP4, MOV and 3GP all begin with a box whose type is "ftyp".
    private static bool IsBoxed(ReadOnlySpan<byte> content) =>
        content.Length >= 12 && content.Slice(4, 4).SequenceEqual("ftyp"u8);

    private static bool IsRiff(ReadOnlySpan<byte> content) =>
        content.Length >= 12 && content.StartsWith("RIFF"u8)
        && (content.Slice(8, 4).SequenceEqual("WEBP"u8) || content.Slice(8, 4).SequenceEqual("AVI "u8));
}
