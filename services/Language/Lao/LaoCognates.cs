using Referral.Language.Text;
using Referral.Language.Thai;

namespace Referral.Language.Lao;

/// Stems Thai and Lao share (ບຸລີ, ນະຄອນ): where a Lao word sounds so, a Thai reader gets the Thai spelling.
/// Made from the Thai list of stems by respelling each in Lao, so both directions rest on one table.
internal static class LaoCognates
{
    // Single syllables are homophones too often; these few are clear in names and places.
    static readonly string[] Single =
        ["พร", "เพชร", "บุญ", "สิงห์", "วงศ์", "พงศ์", "ศักดิ์", "สิทธิ์", "เดช", "สุข"];

    const string Rest = "กา";
    const int RestLetters = 2;

    static readonly Lazy<Dictionary<string, string>> Stems = new(() =>
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Table.Rows("Thai/readings.tsv"))
        {
            var combining = row[0].EndsWith('-');
            var thai = row[0].Trim('-', '$');
            if (!row[1].Contains(' ') && !Single.Contains(thai)) continue;
            // จันทร-: Lao drops the ร, and with it in writing a Thai reader would hear it.
            var last = row[1].Split(' ')[^1];
            if (combining && last.Length == 3 && last.EndsWith("ระ", StringComparison.Ordinal)) continue;
            // A combining form is respelled with a word behind it, because it is read so only then.
            var lao = ThaiInLao.Of(combining ? thai + Rest : thai);
            if (lao is null) continue;
            if (!combining && ThaiReader.Read(thai)?.Count != row[1].Split(' ').Length) continue;
            var key = Key(lao);
            if (combining) key = key[..^RestLetters] + "-";
            stems.TryAdd(key, thai);
        }
        return stems;
    });

    static string Key(string lao) => LaoText.Read(lao).Span.ToString();

    /// The Thai stem that sounds like these Lao letters (without tones), or null.
    public static string? Of(string letters, bool goesOn)
    {
        if (goesOn && Stems.Value.TryGetValue(letters + "-", out var combining)) return combining;
        // ສີ before the rest of a name is ศรี, by itself สี.
        if (goesOn && letters == "ສີ") return "ศรี";
        var stem = Stems.Value.GetValueOrDefault(letters);
        // Thai writes ะ at the end of a word only: before more, it is heard and not spelled so.
        return goesOn && stem is not null && stem.EndsWith('ะ') ? null : stem;
    }
}
