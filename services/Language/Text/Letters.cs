using System.Text;

namespace Referral.Language.Text;

/// A word without its tone marks, and for each letter the tone that stood on it. Behind the end stand
/// zeros, so that a rule may look on without asking where the word ends.
internal sealed class Letters
{
    const int Behind = 6;

    readonly char[] _letters;
    readonly char[] _tones;

    /// IsTone, sharesPlace: which signs are tones, and which stand above or below and so pass a tone on.
    public Letters(string normalised, Func<char, bool> isTone, Func<char, bool> passesOn)
    {
        _letters = new char[normalised.Length + Behind];
        _tones = new char[normalised.Length + Behind];
        foreach (var letter in normalised)
        {
            if (!isTone(letter))
            {
                _letters[Length++] = letter;
                continue;
            }
            // A tone belongs to the consonant, also where it is typed after an upper or lower vowel.
            var carrier = Length - 1;
            while (carrier > 0 && passesOn(_letters[carrier])) carrier--;
            // With nothing to stand on it is no tone, and no reading takes it.
            if (carrier >= 0) _tones[carrier] = letter;
            else _letters[Length++] = letter;
        }
    }

    public int Length { get; private set; }
    public char this[int at] => at < 0 ? '\0' : _letters[Math.Min(at, _letters.Length - 1)];
    public char Tone(int at) => at < 0 ? '\0' : _tones[Math.Min(at, _tones.Length - 1)];
    public ReadOnlySpan<char> Span => _letters.AsSpan(0, Length);

    public bool Has(string part, int at) =>
        at >= 0 && at + part.Length <= Length && _letters.AsSpan(at, part.Length).SequenceEqual(part);

    /// The first tone on any of these letters, or '\0'.
    public char ToneWithin(int start, int end)
    {
        for (var at = start; at < end; at++)
            if (Tone(at) != '\0') return Tone(at);
        return '\0';
    }

    public string Part(int start, int end)
    {
        var text = new StringBuilder();
        for (var at = start; at < end; at++)
        {
            text.Append(_letters[at]);
            if (_tones[at] != '\0') text.Append(_tones[at]);
        }
        return text.ToString();
    }
}
