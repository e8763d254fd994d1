using Referral.Language.Text;

namespace Referral.Language.Thai;

internal sealed record ThaiConsonant(
    string Initial, string Final, char Class, string LaoInitial, string LaoFinal)
{
    public bool CanClose => Final != "-";
}

/// The consonants and what two of them together are. All questions are answered from tables by code point.
internal static class ThaiConsonants
{
    const char First = 'ก';
    const int Count = 'ฮ' - 'ก' + 1;

    static readonly ThaiConsonant?[] All = Load();

    static readonly HashSet<(char, char)> TrueClusters =
        Pairs("กร กล กว ขร ขล ขว คร คล คว ตร ปร ปล พร พล ผล บร บล ดร ฟร ฟล");

    // Written with ร, read without it.
    static readonly HashSet<(char, char)> SilentSecond = Pairs("ซร ศร สร");

    public static bool Is(char letter) => Find(letter) is not null;
    public static ThaiConsonant Of(char letter) => Find(letter)!;
    public static bool CanClose(char letter) => Find(letter) is { CanClose: true };
    public static bool IsSonorant(char letter) => Find(letter) is { Class: 'S' };
    public static bool IsHighOrMiddle(char letter) => Find(letter) is { Class: 'H' or 'M' };

    /// ถนน: the first letter's class carries over to the sonorant behind it.
    public static bool Leads(char letter) => letter == 'ต' || Find(letter) is { Class: 'H' };

    public static bool IsTrueCluster(char first, char second) => TrueClusters.Contains((first, second));
    public static bool HasSilentSecond(char first, char second) => SilentSecond.Contains((first, second));

    /// ห before a sonorant only lends its tone.
    public static bool IsLedByHo(char first, char second) => first == 'ห' && "งญนมยรลว".Contains(second);

    /// Pairs of letters, written with spaces between.
    public static HashSet<(char, char)> Pairs(string pairs) =>
        [.. pairs.Split(' ').Select(pair => (pair[0], pair[1]))];

    static ThaiConsonant? Find(char letter) =>
        letter is >= First and <= 'ฮ' ? All[letter - First] : null;

    static ThaiConsonant?[] Load()
    {
        var all = new ThaiConsonant?[Count];
        foreach (var row in Table.Rows("Thai/consonants.tsv"))
            all[row[0][0] - First] = new ThaiConsonant(row[1], row[2], row[3][0], row[4], row[5]);
        return all;
    }
}
