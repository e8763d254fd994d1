using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.Corrections;

/// <summary>A value that a correction replaced, and the letter that did it.</summary>
internal sealed record Replaced(object Value, string CorrectedBy);

/// <summary>
/// The fields that letters carry when they are read in their order: a later letter's field stands for an
/// earlier one's. What a correction replaced or emptied is kept, oldest first.
/// </summary>
internal sealed class TakenTogether
{
    private readonly Dictionary<string, object> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Replaced>> _replaced = new(StringComparer.Ordinal);

    private TakenTogether()
    {
    }

    public IReadOnlyDictionary<string, object> Latest => _latest;

    /// <summary>Fields that were corrected, also those that are empty now.</summary>
    public IReadOnlyCollection<string> Corrected => _replaced.Keys;

    public IReadOnlyList<Replaced> Before(string key) => _replaced.GetValueOrDefault(key, []);

    public static TakenTogether Of(IEnumerable<Letter> letters)
    {
        var taken = new TakenTogether();
        foreach (var letter in letters)
        {
            taken.Correct(letter);
            foreach (var (key, value) in LetterFields.Values(letter))
            {
                taken._latest[key] = value;
            }
        }

        return taken;
    }

    private void Correct(Letter letter)
    {
        foreach (var key in letter.NoticeCorrection?.Fields.Distinct() ?? [])
        {
            if (_latest.Remove(key, out var before))
            {
                if (!_replaced.TryGetValue(key, out var earlier))
                {
                    _replaced[key] = earlier = [];
                }

                earlier.Add(new Replaced(before, letter.Head?.LetterId ?? ""));
            }
        }
    }
}
