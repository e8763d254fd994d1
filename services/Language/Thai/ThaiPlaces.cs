using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Thai places in RTGS. Official lists write most words of a place apart; what one reading step holds stays
/// together,
/// and a short open syllable (ส-, กะ-, บุ-) leans on the next one.
internal static class ThaiPlaces
{
    public static string? Of(string place)
    {
        if (ThaiReader.Steps(place) is not { } steps) return null;
        var words = new List<string>();
        var word = new List<Syllable>();
        for (var at = 0; at < steps.Count; at++)
        {
            word.AddRange(steps[at].Syllables);
            if (at + 1 < steps.Count && LeansOnNext(steps[at])) continue;
            words.Add(Capital.First(ThaiRomanisation.Of(word)));
            word.Clear();
        }
        return string.Join(' ', words);
    }

    // A combining form (ธรรม-, พุทธ-) leans like a short syllable.
    static bool LeansOnNext(Step step) =>
        !step.Listed && step.Syllables[^1] is { Final: '\0', Vowel: "a" or "i" or "u", Tone: '\0' }
        && (step.Syllables.Count == 1 || step.Syllables[^1].Vowel == "a");
}
