using Referral.Language.Text;

namespace Referral.Language.Calendars;

/// Month names, read and written.
internal static class Months
{
    static readonly (string Name, int Month)[] Names =
    [
        .. Table.Rows("Calendars/months.tsv")
            .SelectMany(row => row[1..].Where(name => !name.StartsWith("tháng", StringComparison.Ordinal))
                .Select(name => (name, int.Parse(row[0]))))
            .OrderByDescending(pair => pair.name.Length),
    ];

    /// The text with its month name, if any, made a number between ~ signs; false when it holds none.
    public static bool Numbered(string text, out string numbered)
    {
        foreach (var (name, month) in Names)
        {
            var at = text.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || IsInsideWord(text, at, name.Length)) continue;
            numbered = $"{text[..at]} ~{month}~ {text[(at + name.Length)..]}";
            return true;
        }
        numbered = text;
        return false;
    }

    // "may" in "mayor" is no month; Thai and Lao are written without spaces.
    static bool IsInsideWord(string text, int at, int length) =>
        at > 0 && text[at - 1] is >= 'a' and <= 'z'
        || at + length < text.Length && text[at + length] is >= 'a' and <= 'z';

    const int ThaiColumn = 1;
    const int LaoColumn = 4;

    /// The full name in Thai (th) or Lao (lo).
    public static string Of(int month, string language)
    {
        var column = language == "th" ? ThaiColumn : LaoColumn;
        return Table.Rows("Calendars/months.tsv").ElementAt(month - 1)[column];
    }
}
