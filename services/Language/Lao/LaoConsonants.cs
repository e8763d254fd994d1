using Referral.Language.Text;

namespace Referral.Language.Lao;

/// The consonants with what they are in BGN/PCGN 1966, in the ministry's romanisation of 2020 and in Thai.
internal sealed record LaoConsonant(
    string Initial, string Final, string ThaiInitial, string ThaiFinal, string Initial2020, string Final2020);

internal static class LaoConsonants
{
    const char First = 'ກ';
    static readonly LaoConsonant?[] All = Load();

    public static LaoConsonant Of(char letter) => All[letter - First]!;
    public static bool Is(char letter) => Find(letter) is not null;
    public static bool CanOpen(char letter) => Find(letter) is { Initial: not "-" };
    public static bool CanClose(char letter) => Find(letter) is { Final: not "-" };

    /// ຫ before a sonorant only lends its tone.
    public static bool IsLed(char first, char second) =>
        first == 'ຫ' && second is 'ງ' or 'ຍ' or 'ລ' or 'ຣ' or 'ວ';

    public static bool IsCluster(char first, char second) => second switch
    {
        'ວ' => first is 'ກ' or 'ຂ' or 'ຄ',
        'ຣ' or 'ລ' => "ກຂຄຕປພບຟ".Contains(first),
        _ => false,
    };

    static LaoConsonant? Find(char letter) => letter is >= First and <= 'ໟ' ? All[letter - First] : null;

    static LaoConsonant?[] Load()
    {
        var all = new LaoConsonant?['ໟ' - First + 1];
        foreach (var row in Table.Rows("Lao/consonants.tsv"))
            all[row[0][0] - First] = new LaoConsonant(row[1], row[2], row[3], row[4], row[5], row[6]);
        return all;
    }
}
