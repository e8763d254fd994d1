using System.Globalization;
using System.Text;

namespace Referral.Journeys.Secrecy;

/// <summary>One form of a mark: its name, and the bytes to look for.</summary>
internal sealed record MarkForm(string Mark, string Name, byte[] Bytes);

/// <summary>
/// The forms in which a text may lie in a file: UTF-8 and UTF-16, each plain, in hex, and in base64 and
/// base64url at the three places it can have in a group of bytes; and escaped as JSON writes it.
/// </summary>
internal static class MarkForms
{
    private static readonly (string Name, Encoding Encoding)[] Encodings =
    [
        ("UTF-8", new UTF8Encoding(false)),
        ("UTF-16LE", new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
        ("UTF-16BE", new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
    ];

    public static IReadOnlyList<MarkForm> Of(string mark) =>
    [
        .. Encodings.SelectMany(one => Of(mark, one.Name, one.Encoding.GetBytes(mark))),
        new(mark, "JSON escapes", Ascii(Escaped(mark, "x4"))),
        new(mark, "JSON escapes, upper case", Ascii(Escaped(mark, "X4"))),
    ];

    private static IEnumerable<MarkForm> Of(string mark, string name, byte[] bytes)
    {
        yield return new(mark, name, bytes);
        yield return new(mark, $"{name}, hex", Ascii(Convert.ToHexStringLower(bytes)));
        yield return new(mark, $"{name}, HEX", Ascii(Convert.ToHexString(bytes)));
        for (var before = 0; before < 3; before++)
        {
            var text = Inside(bytes, before);
            yield return new(mark, $"{name}, base64 after {before}", Ascii(text));
            yield return new(mark, $"{name}, base64url after {before}",
                Ascii(text.Replace('+', '-').Replace('/', '_')));
        }
    }

    // Of the base64 of some bytes, only the characters that no neighbour can change.
    private static string Inside(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var from = before == 0 ? 0 : before + 1;
        var whole = (before + bytes.Length) / 3 * 4;
        return text[from..whole];
    }

    private static string Escaped(string mark, string form) => string.Concat(mark.Select(letter =>
        char.IsAscii(letter)
            ? letter.ToString() : $"\\u{((int)letter).ToString(form, CultureInfo.InvariantCulture)}"));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
