using System.Text;
using Referral.Language.Matching.Sounds;

namespace Referral.Language.Matching;

/// Keys of one part with its vowels: what a skeleton leaves out is what tells short names apart (Wei, Wu and
/// Wan are one skeleton). Consonants are by class and vowels in five, so most spellings of a part have it.
public static class FullKeys
{
    /// Keys a name has at most.
    public const int KeysMax = 48;

    /// Says less than two parts together, and more than one key of a part without its vowels.
    const int Weight = 2;

    const string Mark = "=";

    /// Of each part and each two neighbours that may be written as one; none where nothing can be read.
    public static IReadOnlyList<JointKey> Of(string asWritten) =>
        Of(new NameSpans(NameText.Parts(asWritten)));

    internal static IReadOnlyList<JointKey> Of(NameSpans spans) =>
        [.. spans.All.SelectMany(span => span.Part.Forms).Select(form => Sounds(form.Sounds))
            .Where(sounds => sounds.Length > 0).Distinct(StringComparer.Ordinal).Take(KeysMax)
            .Select(sounds => new JointKey(Mark + sounds, Weight))];

    static string Sounds(string heard)
    {
        var kept = new StringBuilder(heard.Length);
        foreach (var sound in heard)
        {
            var said = Sound.IsVowel(sound) ? Vowel(sound) : Sound.Class(sound);
            if (kept.Length == 0 || kept[^1] != said) kept.Append(said);
        }
        return kept.ToString();
    }

    // ue is heard as u, ae and oe as e.
    static char Vowel(char sound) => sound switch { 'U' => 'u', 'E' or 'x' => 'e', _ => sound };
}
