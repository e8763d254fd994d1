using Referral.Language.Text;

namespace Referral.Language.Thai;

internal sealed record ThaiConsonant(
    string Initial, string Final, char Class, string LaoInitial, string LaoFinal)
{
    public bool CanClose => Final != "-";
}

internal static class ThaiConsonants
{
    static readonly Dictionary<char, ThaiConsonant> All = Table.Rows("Thai/consonants.tsv").ToDictionary(
        row => row[0][0], row => new ThaiConsonant(row[1], row[2], row[3][0], row[4], row[5]));

    static readonly HashSet<string> TrueClusters =
        [.. "กร กล กว ขร ขล ขว คร คล คว ตร ปร ปล พร พล ผล บร บล ดร ฟร ฟล".Split(' ')];

    // Written with ร, read without it.
    static readonly HashSet<string> SilentSecond = [.. "ซร ศร สร".Split(' ')];

    public static bool Is(char letter) => All.ContainsKey(letter);
    public static ThaiConsonant Of(char letter) => All[letter];
    public static bool CanClose(char letter) => All.TryGetValue(letter, out var known) && known.CanClose;
    public static bool IsSonorant(char letter) =>
        All.TryGetValue(letter, out var known) && known.Class == 'S';
    public static bool IsHighOrMiddle(char letter) =>
        All.TryGetValue(letter, out var k) && k.Class is 'H' or 'M';

    /// ถนน: the first letter's class carries over to the sonorant behind it.
    public static bool Leads(char letter) => letter == 'ต' || All[letter].Class == 'H';

    public static bool IsTrueCluster(char first, char second) => TrueClusters.Contains($"{first}{second}");
    public static bool HasSilentSecond(char first, char second) => SilentSecond.Contains($"{first}{second}");

    /// ห before a sonorant only lends its tone.
    public static bool IsLedByHo(char first, char second) => first == 'ห' && "งญนมยรลว".Contains(second);
}
