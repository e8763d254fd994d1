using Referral.Language.Matching.Sounds;

namespace Referral.Language.Matching;

/// How one part of a name sounds, by each way of reading it that is known.
static class SpokenForms
{
    /// Sounds of the part, without repetition; empty when nothing in it can be read.
    public static IReadOnlyList<string> Of(string part)
    {
        var script = Scripts.Of(part);
        if (script == "Zyyy") return [];
        var latin = script == "Latn" ? part : Romanised(part, script);
        if (latin is null) return [];
        var sounds = LatinSounds.Of(LatinLetters.Of(latin));
        // Everyday spelling follows the Thai letters where the romanisation follows the sound alone.
        return script == "Thai" ? [.. sounds.Take(1).Select(one => ThaiLetters.Refine(one, part))] : sounds;
    }

    static string? Romanised(string part, string script)
    {
        var name = new PersonName(part, script, null, null, null, null, NameOrder.Unknown);
        return Names.Render(name, "en").FirstOrDefault(form => form.Kind == "romanisation")?.Text;
    }
}
