using Referral.Language.Text;

namespace Referral.Language.Lao;

/// Lao written in Thai letters so that a Thai reader hears it. A reading aid, never the Thai name.
internal static class LaoInThai
{
    public const string Scheme = "Lao-Thai respelling (reading aid)";

    public static string? Of(string word) =>
        LaoReader.Read(word) is { } syllables ? string.Concat(syllables.Select(One)) : null;

    static string One(Syllable syllable)
    {
        var onset = string.Concat(syllable.Onset.Select(LaoReader.ThaiInitial));
        // ຢ has no letter of its own in Thai: ย stands for it.
        var final = syllable.Final == '\0' ? "" : LaoReader.ThaiFinal(syllable.Final);
        return Respelling.Write(syllable, onset, final, openColumn: 5, TonesInThai);
    }

    static char TonesInThai(char tone) => (char)(tone - '່' + '่');
}
