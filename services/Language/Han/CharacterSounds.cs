using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Han;

/// A list of sounds, each with its characters, turned round: the sound of each character.
internal sealed class CharacterSounds(string path)
{
    readonly Dictionary<Rune, string> _sounds = Table.Rows(path)
        .SelectMany(row => row[1].EnumerateRunes().Select(character => (character, row[0])))
        .ToDictionary(pair => pair.character, pair => pair.Item2);

    /// Null for a character the list does not hold.
    public string? Of(Rune character) => _sounds.GetValueOrDefault(character);
}
