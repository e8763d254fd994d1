using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Where a stem is read as the list says.
internal enum StemPlace { Anywhere, GoingOn, AtEnd, BeforeFollower, AsSpelled }

/// One entry of a list of stems. Its respelling is read the first time a word holds it.
internal sealed class ThaiStem(string stem, string[] parts, int letters, StemPlace place)
{
    Syllable[]? _reading;

    public StemPlace Place => place;

    public StepKind Kind =>
        place is StemPlace.GoingOn or StemPlace.BeforeFollower ? StepKind.Combining : StepKind.Word;

    public Syllable[] Reading => _reading ??= [.. parts.SelectMany(One)];

    // Costs are ours. A short stem may stand in a word by chance: ชาวนา holds no วนา.
    public int Cost { get; } = (place, letters) switch
    {
        (StemPlace.AsSpelled, _) => 9,
        (StemPlace.GoingOn or StemPlace.BeforeFollower, _) => 4,
        (_, <= 3) when parts.Length > 1 => 7 * parts.Length,
        _ => 3 + 2 * parts.Length,
    };

    IReadOnlyList<Syllable> One(string part)
    {
        var word = ThaiText.Read(part);
        var lattice = Lattice.OfLists;
        lattice.Begin(word.Length);
        for (var at = 0; at < word.Length; at++)
            if (lattice.Goes(at)) ThaiSyllables.AddSteps(word, at, lattice);
        var read = lattice.Cheapest(word.Length)?.Syllables
            ?? throw new InvalidOperationException($"The list has an unreadable syllable: {stem}.");
        // A respelling writes ทร only where both are heard: s is written ซ there.
        return place != StemPlace.AsSpelled && part.Contains("ทร", StringComparison.Ordinal)
            ? [.. read.Select(one => one.First == 'ซ' ? one with { First = 'ท', Second = 'ร' } : one)]
            : read;
    }
}
