using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Han;

/// One Mandarin syllable: its letters without tone, and the tone, 1 to 4, 5 for none.
internal readonly record struct PinyinSound(string Letters, int Tone)
{
    /// "xing2"; without a figure the tone is none.
    public static PinyinSound Of(string written) => written[^1] is >= '1' and <= '5'
        ? new(string.Intern(written[..^1]), written[^1] - '0') : new(written, 5);
}

/// Hanyu Pinyin of single characters.
internal static class PinyinTable
{
    static readonly Dictionary<Rune, PinyinSound> Sounds = Table.Rows("Han/pinyin.tsv")
        .Select(row => (Sound: PinyinSound.Of(row[0]), Characters: row[1]))
        .SelectMany(row => row.Characters.EnumerateRunes().Select(rune => (rune, row.Sound)))
        .ToDictionary(pair => pair.rune, pair => pair.Sound);

    /// The commonest sound of a character; false for one the table does not hold.
    public static bool TryOf(Rune character, out PinyinSound sound) =>
        Sounds.TryGetValue(character, out sound);

    /// One word, first letter capital, an apostrophe before a syllable that begins with a, o or e.
    public static string Join(IEnumerable<PinyinSound> sounds)
    {
        var word = new StringBuilder();
        foreach (var sound in sounds)
        {
            if (word.Length > 0 && sound.Letters[0] is 'a' or 'o' or 'e') word.Append('\'');
            word.Append(sound.Letters);
        }
        return Capital.First(word.ToString());
    }
}
