using System.Text;

namespace Referral.Language.Thai;

/// A word without its tone marks, and for each letter the tone that stood on it.
internal sealed class ThaiWord
{
    readonly char[] _tones;

    public ThaiWord(string normalised)
    {
        var letters = new StringBuilder();
        var tones = new List<char>();
        foreach (var letter in normalised)
        {
            if (!ThaiText.IsTone(letter))
            {
                letters.Append(letter);
                tones.Add('\0');
                continue;
            }
            // A tone belongs to the consonant, also where it is typed after an upper or lower vowel.
            var carrier = letters.Length - 1;
            while (carrier > 0 && "ัิีึืุู็".Contains(letters[carrier])) carrier--;
            if (carrier >= 0) tones[carrier] = letter;
        }
        Letters = letters.ToString();
        _tones = [.. tones];
    }

    public string Letters { get; }
    public int Length => Letters.Length;
    public char this[int at] => at < Letters.Length ? Letters[at] : '\0';
    public char Tone(int at) => _tones[at];
    public bool Has(string part, int at) => string.CompareOrdinal(Letters, at, part, 0, part.Length) == 0;

    /// Whether another word stands here, tones and all.
    public bool HasWithTones(ThaiWord other, int at) =>
        Has(other.Letters, at) && _tones.AsSpan(at, other.Length).SequenceEqual(other._tones);

    public bool HasTone(int start, int end)
    {
        for (var at = start; at < end; at++)
            if (_tones[at] != '\0') return true;
        return false;
    }
}
