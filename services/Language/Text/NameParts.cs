namespace Referral.Language.Text;

/// A name as its words, ready to be romanised one by one.
internal static class NameParts
{
    /// Each word through the rule, first letters capital, joined by spaces. Null when one word cannot be
    /// read.
    public static string? Each(string text, Func<string, string?> rule, bool capital)
    {
        var words = new List<string>();
        foreach (var word in text.Split([' ', '\u00A0', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            // A word already in Latin letters, or a number, stays as it is.
            if (Scripts.Of(word) is "Latn" or "Zyyy")
            {
                words.Add(word);
                continue;
            }
            if (rule(word) is not { Length: > 0 } read) return null;
            words.Add(capital ? Capital.First(read) : read);
        }
        return words.Count == 0 ? null : string.Join(' ', words);
    }
}
