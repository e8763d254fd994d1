using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Han;

/// Hanyu Pinyin without tone marks.
internal static class PinyinTable
{
    static readonly CharacterSounds Characters = new("Han/pinyin.tsv");

    /// The commonest sounds of the characters, one each; null when one is unknown.
    public static string[]? Sounds(string text)
    {
        var sounds = text.EnumerateRunes().Select(Characters.Of).ToArray();
        return sounds.Contains(null) ? null : [.. sounds.OfType<string>()];
    }

    /// One word, first letter capital, an apostrophe before a syllable that begins with a, o or e.
    public static string Join(IEnumerable<string> sounds)
    {
        var word = new StringBuilder();
        foreach (var sound in sounds)
        {
            if (word.Length > 0 && sound[0] is 'a' or 'o' or 'e') word.Append('\'');
            word.Append(sound);
        }
        return Capital.First(word.ToString());
    }
}
