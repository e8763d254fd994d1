using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Referral.Language.Translation;

/// Names and numbers taken out of a text before a translator or a machine sees it, each under a sign such as
/// ⟦1⟧, and put back afterwards. The names are those of the case; what nobody told is not found: only digits
/// and Latin addresses are seen without being told.
public sealed partial class Masking
{
    const char Open = '⟦', Close = '⟧';
    const string Addresses = @"[\w.+-]+@[\w-]+(\.[\w-]+)+|https?://\S+";
    const string Digit = "0-9๐-๙໐-໙";

    readonly List<string> _hidden;

    Masking(string text, List<string> hidden) => (Text, _hidden) = (text, hidden);

    /// The text with signs in the places of names and numbers.
    public string Text { get; }

    /// How many were taken out.
    public int Count => _hidden.Count;

    /// names: as written, in any script; a longer one is taken before a shorter one that it contains.
    public static Masking Of(string text, IEnumerable<string> names)
    {
        var hidden = new List<string>();
        // A sign in the text itself would be taken for one of ours.
        var masked = text.Replace(Open, '[').Replace(Close, ']');
        foreach (var name in names.Select(one => one.Trim())
            .Where(one => one.Length > 1 && one.Any(char.IsLetter))
            .Distinct(StringComparer.Ordinal).OrderByDescending(one => one.Length))
            masked = Hide(masked, name, hidden);
        masked = Numbers().Replace(masked, found => Sign(found.Value, hidden));
        return new Masking(masked, hidden);
    }

    /// The translation with names and numbers in their places. Null where a sign is missing, doubled or new:
    /// then nobody can say who is who, and the translation is worth nothing.
    public string? PutBack(string translated)
    {
        var seen = new HashSet<int>();
        var whole = true;
        var back = Signs().Replace(translated, found =>
        {
            var number = int.Parse(found.Groups[1].ValueSpan, NumberStyles.None,
                CultureInfo.InvariantCulture);
            whole &= number >= 1 && number <= _hidden.Count && seen.Add(number);
            return whole ? _hidden[number - 1] : found.Value;
        });
        return whole && seen.Count == _hidden.Count && back.IndexOfAny([Open, Close]) < 0 ? back : null;
    }

    static string Hide(string text, string name, List<string> hidden)
    {
        var kept = new StringBuilder();
        var from = 0;
        for (var at = Find(text, name, 0); at >= 0; at = Find(text, name, from))
        {
            kept.Append(text, from, at - from).Append(Sign(text.Substring(at, name.Length), hidden));
            from = at + name.Length;
        }
        return kept.Append(text, from, text.Length - from).ToString();
    }

    // Latin names stand between letters of another word only by chance: An is not in "and".
    static int Find(string text, string name, int from)
    {
        var at = text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);
        while (at >= 0 && Scripts.Of(name) == "Latn"
            && (at > 0 && char.IsLetter(text[at - 1])
                || at + name.Length < text.Length && char.IsLetter(text[at + name.Length])))
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase);
        return at;
    }

    static string Sign(string value, List<string> hidden)
    {
        hidden.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{hidden.Count}{Close}");
    }

    // Numbers of papers, telephones and cases, with Thai and Lao digits too, and addresses of mail and web.
    // Not a sign's own number.
    [GeneratedRegex(Addresses + "|" + @"(?<!⟦\d*)[A-Za-z]{0,3}[" + Digit + "][" + Digit + @"\-/ ]*[" + Digit
        + @"](?![\d]*⟧)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"⟦\s*(\d{1,6})\s*⟧", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
