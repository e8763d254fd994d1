using Referral.Language.Text;

namespace Referral.Language.Han;

/// Chinese characters in their Sino-Vietnamese reading, for a Vietnamese reader. Not reviewed.
internal static class HanVietnamese
{
    public const string Scheme = "SINO-VIETNAMESE";

    static readonly CharacterSounds Characters = new("Han/hanviet.tsv");

    /// Each character a word with a capital, as Vietnamese writes names; null when one is unknown.
    public static string? Of(string characters)
    {
        var sounds = characters.EnumerateRunes().Select(Characters.Of).ToArray();
        return sounds.Contains(null) ? null : string.Join(' ', sounds.Select(sound => Capital.First(sound!)));
    }
}
