using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Thai places in RTGS. Official lists write the words of a place apart: the words of the lists stand
/// alone, other syllables stand together, and a short open one (ส-, กะ-, บุ-) leans on the next.
internal static class ThaiPlaces
{
    public static string? Of(string place)
    {
        if (ThaiReader.Cheapest(place)?.Steps is not { } steps) return null;
        var text = new StringBuilder();
        var start = 0;
        for (var at = 0; at < steps.Count; at++)
        {
            foreach (var syllable in steps[at].Syllables) ThaiRomanisation.Append(text, syllable, start);
            text[start] = char.ToUpperInvariant(text[start]);
            if (at + 1 == steps.Count || LeansOnNext(steps[at])) continue;
            if (!StandsApart(steps[at]) && !StandsApart(steps[at + 1])) continue;
            text.Append(' ');
            start = text.Length;
        }
        return text.ToString();
    }

    // A tone, ia or uea is a mark of everyday words too.
    static bool StandsApart(ReadStep step) =>
        step.Kind == StepKind.Word || step.Syllables.Length == 1
            && (step.Syllables[0].Tone is '่' or '้' || step.Syllables[0].Vowel is Vowel.Ia or Vowel.Uea);

    // A combining form (ธรรม-, พุทธ-) leans like a short syllable, and so do the first halves of สำโรง and
    // กำแพง.
    static bool LeansOnNext(ReadStep step)
    {
        if (step.Kind == StepKind.Word) return false;
        var last = step.Syllables[^1];
        if (last is { Vowel: Vowel.Am, Tone: '\0', First: 'ก' or 'จ' or 'ช' or 'ต' or 'บ' or 'ส' or 'อ' })
            return true;
        return last is { Final: '\0', Vowel: Vowel.A or Vowel.I or Vowel.U, Tone: '\0' }
            && (step.Syllables.Length == 1 || last.Vowel == Vowel.A);
    }
}
