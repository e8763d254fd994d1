using Referral.Language.Text;

namespace Referral.Language.Thai;

/// What makes one reading likelier than another. The numbers are ours, set by hand; only their order matters.
internal static class ThaiWeights
{
    const string LinkedStops = "จชตถทธศษสฏฐฑฒคขพภ";

    public static int UnwrittenA(ThaiWord word, ThaiOnset onset)
    {
        if (onset.End == word.Length) return 20;
        var first = word[onset.End - 1];
        var next = word[onset.End];
        if (onset.Letters.Length > 1) return 16;
        // ถนน, ตลาด: a high or middle letter leads a sonorant.
        if (ThaiConsonants.IsHighOrMiddle(first) && ThaiConsonants.IsSonorant(next)) return -4;
        if (ThaiConsonants.IsHighOrMiddle(first)) return 0;
        return ThaiConsonants.IsSonorant(next) ? 3 : 1;
    }

    public static int Final(ThaiWord word, int at, string vowel, ThaiOnset onset, SyllablePattern pattern)
    {
        var letter = word[at];
        var last = at + 1 == word.Length;
        if (vowel is "i" or "u" && letter is 'ร') return 5;
        // อม, อง begin hardly any syllable inside a word.
        if (onset.Letters == "อ" && vowel == "o" && onset.End > 1) return 6;
        // แปล, แพร: behind a leading vowel the two letters are a cluster.
        if (last && pattern.Lead.Length > 0 && pattern.Tail.Length == 0 && letter is 'ร' or 'ล'
            && ThaiConsonants.IsTrueCluster(onset.Letters[^1], letter)) return 9;
        if (onset.Letters == "ห" && pattern.Tail.Length == 0 && ThaiConsonants.IsLedByHo('ห', letter))
            return 1;
        if ("กงดนบมยวค".Contains(letter)) return 0;
        return last ? 0 : 1;
    }

    /// ัว is a vowel, the first ร of a pair belongs to the pair, and a glide closes only vowels it can
    /// follow.
    public static bool Impossible(ThaiWord word, int at, SyllablePattern pattern) =>
        word[at] == 'ว' && pattern.Vowel is not ("aa" or "i" or "ii" or "e" or "ee" or "x" or "xx" or "ia")
        || word[at] == 'ย' && !"a aa u oo cc qq ua uea".Split(' ').Contains(pattern.Vowel)
        || pattern.Tail == "ว" && word.Has("วงศ์", at - 1)
        || pattern.Tail is "" or "ว" && word[at] == 'ร' && word[at + 1] == 'ร';

    /// A stop of Indic words before a sonorant is read twice (วิทยา) or opens the next syllable; once costs.
    public static int Unlinked(ThaiWord word, int final, string vowel)
    {
        if (IsLink(word, final, vowel)) return 14;
        if (OpensCluster(word, final)) return 8;
        if (word[final] == 'ข' && IsRead(word, final + 1)) return 16;
        return "ฉจชตถทธผพสศษ".Contains(word[final]) && IsRead(word, final + 1) ? 14 : 0;
    }

    public static bool OpensCluster(ThaiWord word, int final) =>
        word[final] == 'ต' && word[final + 1] == 'ร' && word[final + 2] is 'า' or 'ี' or 'ั';

    /// Cost of reading the final again with a; null where that is not heard.
    public static int? Linked(ThaiWord word, int final, string vowel)
    {
        if (!ThaiConsonants.Is(word[final + 1]) || word.Tone(final) != '\0') return null;
        if (IsLink(word, final, vowel)) return 0;
        return LinkedStops.Contains(word[final]) ? 10 : null;
    }

    static bool IsRead(ThaiWord word, int at) =>
        word[at] != '\0' && "ยรลวนมณญ".Contains(word[at]) && word[at + 1] is not '\0' and not '์';

    static bool IsLink(ThaiWord word, int final, string vowel)
    {
        if (vowel is not ("a" or "i" or "u" or "ue")) return false;
        var letter = word[final];
        // ศ ษ ส close a short syllable and are heard again before any consonant of these (กฤษดา, บุษบา).
        if ("ศษส".Contains(letter) && word[final + 1] is 'ด' or 'ฎ' or 'บ'
            && word[final + 2] is 'า' or 'ุ' or 'ี')
            return true;
        return LinkedStops.Contains(letter) && IsRead(word, final + 1)
            && !(word[final + 1] == 'ร' && letter is 'ต' or 'ท');
    }
}
