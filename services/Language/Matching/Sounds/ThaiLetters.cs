namespace Referral.Language.Matching.Sounds;

/// Finds, for each consonant of a romanisation, the Thai letter it comes from, and puts back what the
/// romanisation left out: จ or ช, ภ or พ, a final ร, ล or ส. People spell these as they are written.
static class ThaiLetters
{
    const float Skip = 1f, SkipEasy = 0.2f, Again = 0.5f, Unmatched = 3f;
    const char Silencer = '์';
    const string Written = "กขฃคฅฆงจฉชฌซศษสญยฎดฏตฐฒถทธฑณนบปผพภฝฟมรลฬวหฮ";
    const string OnsetOf = "kKKKKKNcCCCssssyyddttTTTTDTnnbpPPBffmrllwhh";
    const string CodaOf = "kkkkkkNcCCCssssnyddttttttttnnbppppppmrllw--";

    /// Sounds as read from the romanisation; word: the Thai it was made from.
    public static string Refine(string sounds, string word)
    {
        var letters = Consonants(word);
        var places = Enumerable.Range(0, sounds.Length).Where(at => !Sound.IsVowel(sounds[at])).ToArray();
        if (places.Length == 0 || letters.Count == 0) return sounds;
        var cost = new float[places.Length + 1, letters.Count + 1];
        var step = new byte[places.Length + 1, letters.Count + 1];
        Fill(sounds, places, letters, cost, step);
        var refined = sounds.ToCharArray();
        int one = places.Length, other = letters.Count;
        while (one > 0 || other > 0)
        {
            var taken = step[one, other];
            if (taken == 0) { other--; continue; }
            var place = places[one - 1];
            if (taken is 1 or 2) refined[place] = Put(sounds[place], letters[other - 1].Letter);
            one--;
            if (taken == 1) other--;
        }
        return new string(refined);
    }

    static void Fill(string sounds, int[] places, List<(char Letter, bool Silent)> letters,
        float[,] cost, byte[,] step)
    {
        for (var one = 0; one <= places.Length; one++)
            for (var other = 0; other <= letters.Count; other++)
            {
                if (one == 0 && other == 0) continue;
                var best = float.MaxValue;
                byte by = 3;
                void Try(float found, byte how) { if (found < best) (best, by) = (found, how); }
                if (one > 0) Try(cost[one - 1, other] + Unmatched, 3);
                if (other > 0)
                    Try(cost[one, other - 1] + (letters[other - 1].Silent ? SkipEasy : Skip), 0);
                if (one > 0 && other > 0 && Fits(sounds[places[one - 1]], letters[other - 1].Letter))
                {
                    Try(cost[one - 1, other - 1] + (letters[other - 1].Silent ? Skip : 0), 1);
                    // A linking syllable reads a final again: rat-cha from ราช.
                    Try(cost[one - 1, other] + Again, 2);
                }
                cost[one, other] = best;
                step[one, other] = by;
            }
    }

    static bool Fits(char sound, char letter)
    {
        var put = Put(sound, letter);
        return put != '-' && Sound.Class(put) == Sound.Class(sound);
    }

    static char Put(char sound, char letter)
    {
        var at = Written.IndexOf(letter, StringComparison.Ordinal);
        if (at < 0) return '-';
        var found = (Sound.IsCoda(sound) ? CodaOf : OnsetOf)[at];
        if (found == '-') return '-';
        return Sound.IsCoda(sound) ? (char)(found | Sound.Coda) : found;
    }

    static List<(char Letter, bool Silent)> Consonants(string word)
    {
        var letters = new List<(char, bool)>();
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at];
            if (letter == Silencer && letters.Count > 0) letters[^1] = (letters[^1].Item1, true);
            else if (letter == 'ฤ') letters.Add(('ร', false));
            else if (Written.Contains(letter)) letters.Add((letter, letter is 'ห' or 'ว' or 'ย'));
        }
        return letters;
    }
}
