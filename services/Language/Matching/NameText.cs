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
        [' ', '\u00A0', '\t', '\r', '\n', '-', '<', ',', '.', '·', '/', '\u3000', '\u200B', '(', ')', ';', '_'];

    /// Empty where nothing in it is a name that can be read.
    /// known: a part that was read before.
    public static IReadOnlyList<NamePart> Parts(string asWritten, Func<string, NamePart?>? known = null)
    {
        if (asWritten.Length is 0 or > LettersMax) return [];
        var script = Scripts.Of(asWritten);
        var bare = script == "Zyyy" ? "" : Names.StripTitle(asWritten, script, out _);
        if (script == "Hans") return Han(bare);
        return [.. Split(bare)
            .Select(part => known?.Invoke(part) ?? new NamePart(part, SpokenForms.Of(part))).Where(part => part.Forms.Count > 0)];
    }

    // Which characters are the family name is known only to the romanisation; its parts are the name's.
    static IReadOnlyList<NamePart> Han(string bare)
    {
        var name = new PersonName(bare, "Hans", null, null, null, null, NameOrder.Unknown);
        var latin = Names.Render(name, "en").FirstOrDefault(form => form.Kind == "romanisation")?.Text;
        return latin is null ? [] : [.. Split(latin)
            .Select(part => new NamePart(part, LatinSounds.OfPinyin(LatinLetters.Of(part))))
            .Where(part => part.Forms.Count > 0)];
    }

    static IEnumerable<string> Split(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.Length <= PartLettersMax).Take(PartsMax);

    /// The parts, and each two neighbours of one syllable as one: what another writes solid.
    public static IEnumerable<NamePart> WithJoined(IReadOnlyList<NamePart> parts)
    {
        foreach (var part in parts) yield return part;
        for (var at = 0; at + 1 < parts.Count; at++)
            if (parts[at].IsOneSyllable && parts[at + 1].IsOneSyllable)
                yield return parts[at].With(parts[at + 1]);
    }
}
