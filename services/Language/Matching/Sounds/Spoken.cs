namespace Referral.Language.Matching.Sounds;

/// One way a name part sounds, made ready to be compared with many others.
sealed class Spoken
{
    /// Longer parts are compared by their beginning only.
    const int SoundsMax = 64;

    readonly byte[] _numbers;
    readonly float[] _leaving;
    readonly float _whole;

    public Spoken(string sounds)
    {
        Sounds = sounds.Length > SoundsMax ? sounds[..SoundsMax] : sounds;
        _numbers = [.. Sounds.Select(Sound.Number)];
        _leaving = [.. Sounds.Select((sound, at) =>
            Sound.Leaving(sound, at + 1 < Sounds.Length ? Sounds[at + 1] : '\0'))];
        _whole = _leaving.Sum();
    }

    /// One character for each sound, see costs.tsv.
    public string Sounds { get; }

    public Spoken With(Spoken next) => new(Sounds + next.Sounds);

    /// How alike two sound: 1 the same, 0 nothing in common. What would be below least may come out as 0.
    public float Alike(Spoken other, float least = 0)
    {
        if (_whole == 0 || other._whole == 0) return 0;
        var whole = Math.Max(_whole, other._whole);
        var most = (1 - least) * whole;
        if (Math.Abs(_whole - other._whole) > most) return 0;
        Span<float> row = stackalloc float[other._numbers.Length + 1];
        row[0] = 0;
        for (var to = 0; to < other._leaving.Length; to++) row[to + 1] = row[to] + other._leaving[to];
        for (var at = 0; at < _numbers.Length; at++)
            if (Next(row, at, other) > most) return 0;
        return Math.Max(0, 1 - row[^1] / whole);
    }

    // The next row of the edit distance, and its least value: no later one falls below it.
    float Next(Span<float> row, int at, Spoken other)
    {
        var costs = Sound.CostsOf(_numbers[at]);
        var left = _leaving[at];
        var diagonal = row[0];
        row[0] += left;
        var least = row[0];
        for (var to = 0; to < other._numbers.Length; to++)
        {
            var found = Math.Min(diagonal + costs[other._numbers[to]],
                Math.Min(row[to + 1] + left, row[to] + other._leaving[to]));
            diagonal = row[to + 1];
            row[to + 1] = found;
            least = Math.Min(least, found);
        }
        return least;
    }
}
