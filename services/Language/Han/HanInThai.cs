using System.Text;
using Referral.Language.Text;
using Referral.Language.Thai;

namespace Referral.Language.Han;

/// Chinese names as a Thai reader says them, by the Royal Institute's rules of B.E. 2549. Traditional forms
/// of the south (ไหหลำ, กวางตุ้ง) are data of places, not of these rules.
internal static class HanInThai
{
    public const string Scheme = "RI-2549-CHINESE";

    static readonly string[][] Rows = [.. Table.Rows("Han/in-thai.tsv")];

    static readonly Dictionary<string, char> Initials =
        Rows.Where(row => row[0] == "I").ToDictionary(row => row[1], row => row[2][0]);

    static readonly Dictionary<string, string[]> Rimes =
        Rows.Where(row => row[0] == "R").ToDictionary(row => row[1]);

    static readonly Dictionary<string, string[]> Wholes =
        Rows.Where(row => row[0] == "S").ToDictionary(row => row[1]);

    /// Characters, or pinyin with a figure behind each syllable ("lao3wo1"). Null when something is unknown.
    public static string? Of(string text, bool person)
    {
        if (Scripts.Of(text) == "Latn") return Solid(FromPinyin(text));
        if (!person) return Solid(HanReader.Sounds(text));
        var (family, given) = HanNames.Cut(text);
        if (family is null || string.IsNullOrEmpty(given))
            return Solid(HanSurnames.Sounds(text));
        var (first, second) = (Solid(HanSurnames.Sounds(family)), Solid(HanReader.Sounds(given)));
        return first is null || second is null ? null : $"{first} {second}";
    }

    static string? Solid(IReadOnlyList<PinyinSound>? sounds)
    {
        if (sounds is null || sounds.Count == 0) return null;
        var text = new StringBuilder();
        foreach (var sound in sounds)
        {
            if (One(sound) is not { } written) return null;
            text.Append(written);
        }
        return text.ToString();
    }

    static List<PinyinSound>? FromPinyin(string text)
    {
        var sounds = new List<PinyinSound>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not (>= '1' and <= '5')) continue;
            if (at == start) return null;
            sounds.Add(PinyinSound.Of(text[start..(at + 1)].Trim().ToLowerInvariant()));
            start = at + 1;
        }
        return start == text.Length ? sounds : null;
    }

    static string? One(PinyinSound sound)
    {
        var tone = sound.Tone switch
        {
            2 => SpokenTone.Rising, 3 => SpokenTone.Low, 4 => SpokenTone.Falling, _ => SpokenTone.Mid,
        };
        if (Wholes.TryGetValue(sound.Letters, out var whole))
            return ThaiToneMarks.Write(whole[2][0], whole[3], whole[4], tone);
        var (initial, rime) = Parts(sound.Letters);
        if (!Rimes.TryGetValue(rime, out var found)) return null;
        // ai, an, ang, ao, uai and uang are short in the fourth tone.
        var pattern = sound.Tone == 4 && found.Length > 4 ? found[4] : found[3];
        return ThaiToneMarks.Write(initial.Length == 0 ? 'อ' : Initials[initial], found[2], pattern, tone);
    }

    static (string Initial, string Rime) Parts(string letters)
    {
        var length = letters.Length > 1 && Initials.ContainsKey(letters[..2]) ? 2
            : Initials.ContainsKey(letters[..1]) ? 1 : 0;
        var (initial, rime) = (letters[..length], letters[length..]);
        // u is ü behind j, q, x and y; i is not i behind a sibilant.
        if (initial is "j" or "q" or "x" or "y" && rime.StartsWith('u')) rime = 'ü' + rime[1..];
        if (initial is "z" or "c" or "s" or "zh" or "ch" or "sh" or "r" && rime == "i") rime = "ih";
        return (initial, rime);
    }
}
