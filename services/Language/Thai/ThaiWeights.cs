using Referral.Language.Text;

namespace Referral.Language.Thai;

/// What makes one reading likelier than another. The numbers are ours, set by hand; only their order matters.
internal static class ThaiWeights
{
    const string LinkedStops = "จชตถทธศษสฏฐฑฒคขพภ";

    // A glide closes only vowels it can follow.
    static readonly VowelSet BeforeWo = new(
        Vowel.Aa, Vowel.I, Vowel.Ii, Vowel.E, Vowel.Ee, Vowel.X, Vowel.Xx, Vowel.Ia);

    static readonly VowelSet BeforeYo = new(
        Vowel.A, Vowel.Aa, Vowel.U, Vowel.Oo, Vowel.Cc, Vowel.Qq, Vowel.Ua, Vowel.Uea);

    public static int UnwrittenA(Letters word, ThaiOnset onset)
    {
        if (onset.End == word.Length) return 20;
        var first = word[onset.End - 1];
        var next = word[onset.End];
        if (onset.IsPair) return 16;
        // ปุณณ-, สิปป-: the second of a doubled letter begins a syllable of its own.
        if (first == word[onset.End - 2]) return -6;
        // ถนน, ตลาด: a high or middle letter leads a sonorant.
        if (ThaiConsonants.IsHighOrMiddle(first) && ThaiConsonants.IsSonorant(next)) return -4;
        if (ThaiConsonants.IsHighOrMiddle(first)) return 0;
        return ThaiConsonants.IsSonorant(next) ? 3 : 1;
    }

    public static int Final(Letters word, int at, ThaiOnset onset, SyllablePattern pattern)
    {
        var letter = word[at];
        var last = at + 1 == word.Length;
        if (pattern.Vowel is Vowel.I or Vowel.U && letter is 'ร') return 5;
        // อม, อง begin hardly any syllable inside a word.
        if (onset is { First: 'อ' or 'ง', Second: '\0', End: > 1 } && pattern.Vowel == Vowel.O) return 6;
        if (pattern.Tail.Length == 0 && BehindLead(onset, pattern.Lead, letter) is { } cost)
            return last || cost < 9 ? cost : 6;
        if (letter is 'ก' or 'ง' or 'ด' or 'น' or 'บ' or 'ม' or 'ย' or 'ว' or 'ค') return 0;
        return last ? 0 : 1;
    }

    // แปล, แพร: behind a leading vowel the two letters are a cluster. So are แหร and โหล, but not โหม and
    // เหง.
    static int? BehindLead(ThaiOnset onset, char lead, char letter)
    {
        if (onset is { First: 'ห', Second: '\0' } && ThaiConsonants.IsLedByHo('ห', letter))
            return lead == '\0' ? 1 : letter is 'ร' or 'ล' or 'ว' || lead == 'แ' && letter == 'ม' ? 4 : -1;
        return lead != '\0' && letter is 'ร' or 'ล' && ThaiConsonants.IsTrueCluster(onset.Last, letter)
            ? 9 : null;
    }

    /// ัว is a vowel, the first ร of a pair belongs to the pair, and a glide closes only some vowels.
    public static bool Impossible(Letters word, int at, SyllablePattern pattern) =>
        word[at] == 'ว' && !BeforeWo.Has(pattern.Vowel)
        || word[at] == 'ย' && !BeforeYo.Has(pattern.Vowel)
        || pattern.Tail == "ว" && word.Has("วงศ์", at - 1)
        || pattern.Tail is "" or "ว" && word[at] == 'ร' && word[at + 1] == 'ร';

    /// A stop of Indic words before a sonorant is read twice (วิทยา) or opens the next syllable; once costs.
    public static int Unlinked(Letters word, int final, Vowel vowel)
    {
        if (IsLink(word, final, vowel)) return 14;
        if (OpensCluster(word, final)) return 8;
        if (word[final] == 'ข' && IsRead(word, final + 1)) return 16;
        return "ฉจชตถทธผพสศษ".Contains(word[final]) && IsRead(word, final + 1) ? 14 : 0;
    }

    public static bool OpensCluster(Letters word, int final) =>
        word[final] == 'ต' && word[final + 1] == 'ร' && word[final + 2] is 'า' or 'ี' or 'ั';

    /// Cost of reading the final again with a; null where that is not heard.
    public static int? Linked(Letters word, int final, Vowel vowel)
    {
        if (!ThaiConsonants.Is(word[final + 1]) || word.Tone(final) != '\0') return null;
        if (IsLink(word, final, vowel)) return 0;
        return LinkedStops.Contains(word[final]) ? 10 : null;
    }

    static bool IsRead(Letters word, int at) =>
        word[at] is 'ย' or 'ร' or 'ล' or 'ว' or 'น' or 'ม' or 'ณ' or 'ญ' && word[at + 1] is not ('\0' or '์');

    static bool IsLink(Letters word, int final, Vowel vowel)
    {
        if (vowel is not (Vowel.A or Vowel.I or Vowel.U or Vowel.Ue)) return false;
        var letter = word[final];
        // ศ ษ ส close a short syllable and are heard again before any consonant of these (กฤษดา, บุษบา).
        if (letter is 'ศ' or 'ษ' or 'ส' && word[final + 1] is 'ด' or 'ฎ' or 'บ'
            && word[final + 2] is 'า' or 'ุ' or 'ี')
            return true;
        return LinkedStops.Contains(letter) && IsRead(word, final + 1)
            && !(word[final + 1] == 'ร' && letter is 'ต' or 'ท');
    }
}
