using System.Text;
using Referral.Language.Matching.Sounds;

namespace Referral.Language.Matching;

/// What stays of a name part in nearly every spelling: its consonants by class, without vowels, and without
/// the glides that belong to them. ບົວວັນ, Buawan and Bouavanh are all "pwn".
static class Skeleton
{
    /// Longer ones are cut: their beginning tells enough.
    const int LengthMax = 12;

    /// Below this length a key with a consonant left out would be anybody's.
    public const int LeaveOutFrom = 3;

    /// From this length the two ends are keys of their own: a long name's middle is often spelled otherwise.
    const int EndsFrom = 5;
    const int EndLength = 3;

    const char NoConsonant = '-';

    public static string Of(string sounds)
    {
        var kept = new StringBuilder(LengthMax);
        foreach (var sound in sounds)
        {
            if (kept.Length == LengthMax) break;
            if (Sound.IsVowel(sound))
            {
                if (kept.Length == 0) kept.Append(NoConsonant);
                continue;
            }
            var letter = Sound.Letter(sound);
            if (letter == 'h' || Sound.IsCoda(sound) && letter is 'w' or 'y') continue;
            var heard = Sound.Class(sound);
            // What is y at a syllable's beginning and n at its end is the same letter; so are s, c and t.
            if (kept.Length == 0 || kept[^1] != heard) kept.Append(heard);
        }
        return kept.ToString();
    }

    /// The skeleton, each that lacks one of its consonants, and its ends: two that differ in one consonant
    /// have a key in common.
    public static IEnumerable<string> Keys(string sounds)
    {
        var whole = Of(sounds);
        if (whole.Length == 0) yield break;
        yield return whole;
        if (whole.Length < LeaveOutFrom) yield break;
        for (var at = 0; at < whole.Length; at++) yield return whole.Remove(at, 1);
        if (whole.Length < EndsFrom) yield break;
        yield return "^" + whole[..EndLength];
        yield return whole[^EndLength..] + "$";
    }
}
