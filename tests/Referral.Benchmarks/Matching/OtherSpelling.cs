using Referral.Language;
using Referral.Language.Matching;

namespace Referral.Benchmarks.Matching;

/// <summary>
/// The same person as another clerk writes her: in Latin letters, by everyday habits drawn from a seed, the
/// parts in another order, a Vietnamese middle name left out, the birth date less precise. A model of noise,
/// not real data.
/// </summary>
internal sealed class OtherSpelling(int seed)
{
    /// <summary>Habit, and how often it is followed of ten. Source: docs/Matching.md.</summary>
    private static readonly (string From, string To, int OfTen)[] Habits =
    [
        ("phon", "porn", 3), ("ph", "p", 5), ("th", "t", 5), ("kh", "k", 4), ("w", "v", 4), ("ch", "j", 2),
        ("i", "ee", 2), ("u", "oo", 2), ("ou", "u", 4), ("x", "s", 5), ("vi", "wi", 3), ("an", "anh", 1),
        ("at", "ath", 1), ("r", "l", 1), ("ai", "ay", 3), ("ao", "aw", 1),
    ];

    private readonly Random _lot = new(seed);

    public MatchPerson Of(MatchPerson person)
    {
        var name = person.Names[0];
        var script = Scripts.Of(name);
        var written = new PersonName(name, script, null, null, null, null, NameOrder.Unknown);
        var latin = Names.Render(written, "en")
            .FirstOrDefault(form => form.Kind is "romanisation" or "without-marks")?.Text ?? name;
        var parts = latin.Split(' ').ToList();
        if (parts.Count == 3 && _lot.Next(3) == 0) parts.RemoveAt(1);
        if (_lot.Next(3) == 0) parts.Reverse();
        // Pinyin and Vietnamese letters are left as they are: papers carry them so.
        if (script is "Thai" or "Laoo") parts = [.. parts.Select(Habit)];
        var born = person.Born is { } day && _lot.Next(3) == 0 ? day[..4] : person.Born;
        return person with { Id = "", Names = [string.Join(' ', parts)], Born = born };
    }

    private string Habit(string part)
    {
        part = part.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal);
        foreach (var (from, to, ofTen) in Habits)
            if (_lot.Next(10) < ofTen) part = part.Replace(from, to, StringComparison.Ordinal);
        return part;
    }
}
