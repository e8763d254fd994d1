using System.Globalization;
using System.Text;
using Referral.Language.Matching.Sounds;

namespace Referral.Language.Matching;

/// A name as written, taken apart for comparing. Order, titles and marks between the parts do not count.
static class NameText
{
    /// Characters of a name that are looked at; what is longer is no name.
    public const int LettersMax = 200;

    const int PartLettersMax = 48;
    const int PartsMax = 10;
    static readonly char[] Between =
        [' ', '\u00A0', '-', '<', ',', '.', '·', '/', '\u3000', '(', ')', ';', '_', '>', '&'];

    /// Empty where nothing in it is a name that can be read.
    /// known: a part that was read before.
    public static IReadOnlyList<NamePart> Parts(string asWritten, Func<string, NamePart?>? known = null)
    {
        if (asWritten.Length is 0 or > LettersMax) return [];
        var clean = Clean(asWritten);
        var script = Scripts.Of(clean);
        var bare = script == "Zyyy" ? "" : Names.StripTitle(clean, script, out _);
        if (script == "Hans") return Han(bare);
        return [.. Split(bare)
            .Select(part => known?.Invoke(part) ?? Part(part)).Where(part => part.Forms.Count > 0)];
    }

    /// One part, read by itself.
    public static NamePart Part(string written) => NamePart.Of(written, SpokenForms.Of(written));

    // Half characters, private ones, invisible signs and pictures are nobody's name.
    static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherSymbol
                or UnicodeCategory.OtherNotAssigned))
                kept.Append(rune);
            else if (rune.Value is '\t' or '\n' or '\r') kept.Append(' ');
        return kept.ToString();
    }

    // Which characters are the family name is known only to the romanisation; its parts are the name's.
    static IReadOnlyList<NamePart> Han(string bare)
    {
        var name = new PersonName(bare, "Hans", null, null, null, null, NameOrder.Unknown);
        var latin = Names.Render(name, "en").FirstOrDefault(form => form.Kind == "romanisation")?.Text;
        return latin is null ? [] : [.. Split(latin)
            .Select(part => NamePart.Of(part, LatinSounds.OfPinyin(LatinLetters.Of(part))))
            .Where(part => part.Forms.Count > 0)];
    }

    static IEnumerable<string> Split(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.Length <= PartLettersMax).Take(PartsMax);
}
