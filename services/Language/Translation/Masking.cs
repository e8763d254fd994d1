using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Referral.Language.Translation;

/// Names, places and numbers taken out of a text before a translator or a machine sees it, each under a sign
/// such as ⟦1⟧, and put back afterwards. Names and places are those of the case; what nobody told is not
/// found: only digits, Latin addresses and places of the lists (PlacesInText) are seen without being told.
public sealed partial class Masking
{
    const char Open = '⟦', Close = '⟧';
    // Of Latin letters: Thai and Lao have no spaces, a page of them is one run of letters.
    // Looked for at the beginning of a run alone, or a long one is read once for each of its letters.
    const string Addresses = @"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+@[\w-]{1,63}(\.[\w-]{1,63})+"
        + @"|https?://\S+";
    const string Digit = "0-9๐-๙໐-໙";

    readonly List<Hidden> _hidden;

    Masking(string text, List<Hidden> hidden) => (Text, _hidden) = (text, hidden);

    /// The text with signs where names, places and numbers stood.
    public string Text { get; }

    /// How many were taken out.
    public int Count => _hidden.Count;

    /// names, places: as written, in any script; a longer one is taken before a shorter one that it contains.
    /// What is name and place at once is a name.
    public static Masking Of(string text, IEnumerable<string> names, IEnumerable<string>? places = null)
    {
        var hidden = new List<Hidden>();
        // A sign in the text itself would be taken for one of ours.
        var masked = text.Replace(Open, '[').Replace(Close, ']');
        foreach (var one in names.Select(name => new Hidden(name.Trim(), false))
            .Concat((places ?? []).Select(place => new Hidden(place.Trim(), true)))
            .Where(one => one.Text.Length > 1 && one.Text.Any(char.IsLetter))
            .DistinctBy(one => one.Text, StringComparer.Ordinal).OrderByDescending(one => one.Text.Length))
            masked = Hide(masked, one, hidden);
        masked = Numbers().Replace(masked, found => Sign(new(found.Value, false), hidden));
        return new Masking(masked, hidden);
    }

    /// The translation with names and numbers in their places. Null where a sign is missing, doubled or new:
    /// then nobody can say who is who, and the translation is worth nothing.
    /// place: how a place is written for the reader; without it as it stood. Names always come as they stood.
    public string? PutBack(string translated, Func<string, string>? place = null)
    {
        var seen = new HashSet<int>();
        var whole = true;
        var back = Signs().Replace(translated, found =>
        {
            var number = int.Parse(found.Groups[1].ValueSpan, NumberStyles.None,
                CultureInfo.InvariantCulture);
            whole &= number >= 1 && number <= _hidden.Count && seen.Add(number);
            if (!whole) return found.Value;
            var (text, isPlace) = _hidden[number - 1];
            return isPlace && place is not null ? place(text) : text;
        });
        return whole && seen.Count == _hidden.Count && back.IndexOfAny([Open, Close]) < 0 ? back : null;
    }

    static string Hide(string text, Hidden what, List<Hidden> hidden)
    {
        var name = what.Text;
        var kept = new StringBuilder();
        var from = 0;
        for (var at = Find(text, name, 0); at >= 0; at = Find(text, name, from))
        {
            var stood = what with { Text = text.Substring(at, name.Length) };
            kept.Append(text, from, at - from).Append(Sign(stood, hidden));
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

    static string Sign(Hidden value, List<Hidden> hidden)
    {
        hidden.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{Open}{hidden.Count}{Close}");
    }

    // Numbers of papers, telephones and cases, with Thai and Lao digits too, and addresses of mail and web.
    // Not a sign's own number. Each beginning is looked at once and the text is bounded by its letter, so
    // there is no limit of time: with one, a letter's fate would hang on what else the machine has to do.
    [GeneratedRegex(Addresses + "|" + @"(?<!⟦\d*)[A-Za-z]{0,3}[" + Digit + "][" + Digit + @"\-/ ]*[" + Digit
        + @"](?![\d]*⟧)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"⟦\s*(\d{1,6})\s*⟧", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    /// What stands under a sign, as it stood in the text.
    readonly record struct Hidden(string Text, bool IsPlace);
}
