using System.Globalization;
using Referral.Language.Text;

namespace Referral.Language.Matching.Sounds;

/// One heard sound of a name, a character: its letter as in costs.tsv, with the coda mark where it closes a
/// syllable. A name part's sounds are a string of them.
static class Sound
{
    /// Added to a consonant that closes a syllable: the sounds at a syllable's end are fewer.
    public const char Coda = '\u0080';
    const int Count = 64;
    const string VowelLetters = "aiUueEox";
    // Sounds of one class are told apart by no reader of another script; what the keys are made of.
    const string From = "kgKNcCsydDtTnbBpPfmrlwh";
    const string Onsets = "kkkNcccyttttnpppppmllwh";
    const string Codas = "kkkNtttyttttnpppppmnnwh";
    static readonly float[] Costs = LoadCosts();

    public static bool IsVowel(char sound) => VowelLetters.Contains(sound);

    public static bool IsCoda(char sound) => (sound & Coda) != 0;

    public static char Letter(char sound) => (char)(sound & ~Coda);

    /// The class a consonant is heard as; a vowel is its own.
    public static char Class(char sound)
    {
        var at = From.IndexOf(Letter(sound), StringComparison.Ordinal);
        return at < 0 ? sound : (IsCoda(sound) ? Codas : Onsets)[at];
    }

    /// Its number among the sounds: vowels, consonants that open a syllable, consonants that close one.
    public static byte Number(char sound)
    {
        var vowel = VowelLetters.IndexOf(sound, StringComparison.Ordinal);
        if (vowel >= 0) return (byte)vowel;
        var at = From.IndexOf(Letter(sound), StringComparison.Ordinal);
        return (byte)(VowelLetters.Length + at + (IsCoda(sound) ? From.Length : 0));
    }

    /// What it costs to hear each other sound, by its number, in the place of this one: 0 to 2.
    public static ReadOnlySpan<float> CostsOf(byte number) => Costs.AsSpan(number * Count, Count);

    /// What it costs that a spelling leaves the sound out or adds it; next: the sound behind it, or \0.
    public static float Leaving(char sound, char next)
    {
        if (IsVowel(sound)) return sound == 'a' ? 0.35f : 0.5f;
        var letter = Letter(sound);
        if (!IsCoda(sound)) return letter switch { 'r' or 'l' or 'w' or 'y' or 'h' => 0.5f, _ => 0.8f };
        // Rattana and Ratana: a letter written twice or once.
        if (next != '\0' && !IsVowel(next) && Class(Letter(next)) == Class(letter)) return 0.08f;
        return letter switch { 'r' => 0.35f, 'y' or 'w' or 'h' => 0.45f, _ => 0.65f };
    }

    static float[] LoadCosts()
    {
        var costs = new float[Count * Count];
        char[] all = [.. VowelLetters, .. From, .. From.Select(letter => (char)(letter | Coda))];
        foreach (var one in all)
            foreach (var other in all)
                Set(costs, one, other, Unlisted(one, other));
        foreach (var row in Table.Rows("Matching/Sounds/costs.tsv"))
            foreach (var (one, other) in Places(row[0], row[1][0], row[2][0]))
                Set(costs, one, other, float.Parse(row[3], CultureInfo.InvariantCulture));
        // The same consonant at a syllable's end and at the next one's beginning.
        foreach (var letter in From)
            Set(costs, letter, (char)(letter | Coda), 0.12f);
        Set(costs, 'u', (char)('w' | Coda), 0.4f);
        Set(costs, 'o', (char)('w' | Coda), 0.4f);
        Set(costs, 'i', (char)('y' | Coda), 0.4f);
        Set(costs, 'u', 'w', 0.4f);
        Set(costs, 'i', 'y', 0.4f);
        return costs;
    }

    static float Unlisted(char one, char other) => one == other ? 0
        : IsVowel(one) && IsVowel(other) ? 0.8f
        : IsVowel(one) != IsVowel(other) ? 2f : 1f;

    static (char, char)[] Places(string place, char one, char other) => place == "coda"
        ? [((char)(one | Coda), (char)(other | Coda))] : [(one, other)];

    static void Set(float[] costs, char one, char other, float cost) =>
        costs[Number(one) * Count + Number(other)] = costs[Number(other) * Count + Number(one)] = cost;
}
