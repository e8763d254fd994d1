using Referral.Language.Matching.Sounds;
using Referral.Language.Thai;

namespace Referral.Language.Matching;

/// How one part of a name sounds, by each way of reading it that is known.
static class SpokenForms
{
    /// Readings of a Thai word that are looked at, and of those, sounds that are kept.
    const int ReadingsMost = 8, SoundsMost = 3;

    /// How much dearer than the likeliest reading another may be. docs/Matching.md says what it brings.
    const int DearerMost = 10;

    /// Sounds of the part, without repetition, the likeliest first; empty when nothing in it can be read.
    public static IReadOnlyList<string> Of(string part)
    {
        var script = Scripts.Of(part);
        if (script == "Zyyy") return [];
        var latin = script == "Latn" ? part : Romanised(part, script);
        if (latin is null) return [];
        return script == "Thai" ? OfThai(part, latin) : LatinSounds.Of(LatinLetters.Of(latin));
    }

    // Thai letters do not always show how a name is read: the next likely readings are tried too.
    static IReadOnlyList<string> OfThai(string part, string latin)
    {
        var readings = ThaiReader.Readings(part, ReadingsMost);
        return [.. readings.TakeWhile(one => one.Cost <= readings[0].Cost + DearerMost)
            .Select(one => ThaiRomanisation.Of(one.Syllables)).Prepend(latin)
            .SelectMany(one => LatinSounds.Of(LatinLetters.Of(one)).Take(1))
            // Everyday spelling follows the Thai letters where the romanisation follows the sound alone.
            .Select(sounds => ThaiLetters.Refine(sounds, part)).Distinct(StringComparer.Ordinal)
            .Take(SoundsMost)];
    }

    static string? Romanised(string part, string script)
    {
        var name = new PersonName(part, script, null, null, null, null, NameOrder.Unknown);
        return Names.Render(name, "en").FirstOrDefault(form => form.Kind == "romanisation")?.Text;
    }
}
