using System.Globalization;
using System.Text;

namespace Referral.Cli;

/// <summary>
/// Words of others on a terminal: a neighbour's text must not move the cursor, ring, hide or turn what
/// stands beside it.
/// </summary>
internal static class Plain
{
    private const char Instead = '\uFFFD';

    /// <summary>The same for a text of several lines, which stay.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.Split('\n').Select(line => Of(line.TrimEnd('\r'))));

    /// <summary>
    /// Controls and marks that turn the direction of writing are replaced. The marks that join letters stay:
    /// Lao and Thai names may hold them.
    /// </summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var one in text)
            shown.Append(char.IsControl(one) || one is (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
                || char.GetUnicodeCategory(one) == UnicodeCategory.LineSeparator ? Instead : one);
        return shown.ToString();
    }
}
