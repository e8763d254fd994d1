using System.Runtime.InteropServices;

namespace Referral.Language.Text;

/// Every way found to read on from a place in a word, and the cheapest way through all of it.
/// Costs are ours; only their order matters. One a thread, used again for each word.
internal sealed class Lattice
{
    /// Ways kept to each place when alternatives are asked for.
    const int WaysMax = 32;
    const int Unreached = int.MaxValue;

    [ThreadStatic]
    static Lattice? s_own;

    readonly List<Step> _steps = new(256);
    readonly List<Syllable> _syllables = new(512);
    int[] _best = new int[64];
    int[] _by = new int[64];
    int _at;

    [ThreadStatic]
    static Lattice? s_ofLists;

    public static Lattice Own => s_own ??= new Lattice();

    /// For the entries of a list, which are read while a word is.
    public static Lattice OfLists => s_ofLists ??= new Lattice();

    public void Begin(int length)
    {
        _steps.Clear();
        _syllables.Clear();
        if (_best.Length <= length) (_best, _by) = (new int[length * 2], new int[length * 2]);
        Array.Fill(_best, Unreached, 0, length + 1);
        _best[0] = 0;
    }

    /// False where no reading of the letters before comes to this place.
    public bool Goes(int at)
    {
        _at = at;
        return _best[at] != Unreached;
    }

    public void Add(int end, int cost, StepKind kind, params ReadOnlySpan<Syllable> read)
    {
        var first = _syllables.Count;
        foreach (var syllable in read) _syllables.Add(syllable);
        _steps.Add(new Step(_at, end, cost, kind, first, read.Length));
        if (_best[_at] + cost >= _best[end]) return;
        _best[end] = _best[_at] + cost;
        _by[end] = _steps.Count - 1;
    }

    /// The steps of the cheapest way to the end; null when none gets there.
    public Reading? Cheapest(int length)
    {
        if (_best[length] == Unreached) return null;
        var steps = new List<ReadStep>(8);
        for (var at = length; at > 0; at = _steps[_by[at]].From) steps.Add(Read(_steps[_by[at]]));
        steps.Reverse();
        return new Reading(steps, _best[length]);
    }

    /// The cheapest ways, up to the count, cheapest first; two that sound the same are both there.
    public List<Reading> Ways(int length, int count)
    {
        var ways = new List<Way>[length + 1];
        for (var at = 0; at <= length; at++) ways[at] = [];
        ways[0].Add(new Way(0, -1, 0));
        // Steps stand in the order of the place they begin at.
        for (var step = 0; step < _steps.Count; step++)
        {
            var from = ways[_steps[step].From];
            for (var rank = 0; rank < from.Count; rank++)
                Keep(ways[_steps[step].End], new Way(from[rank].Cost + _steps[step].Cost, step, rank));
        }
        return [.. ways[length].Take(count).Select(way => Follow(way, ways))];
    }

    static void Keep(List<Way> kept, Way way)
    {
        var place = kept.Count;
        while (place > 0 && kept[place - 1].Cost > way.Cost) place--;
        if (place < WaysMax) kept.Insert(place, way);
        if (kept.Count > WaysMax) kept.RemoveAt(WaysMax);
    }

    Reading Follow(Way way, List<Way>[] ways)
    {
        var cost = way.Cost;
        var steps = new List<ReadStep>();
        while (way.Step >= 0)
        {
            steps.Add(Read(_steps[way.Step]));
            way = ways[_steps[way.Step].From][way.Rank];
        }
        steps.Reverse();
        return new Reading(steps, cost);
    }

    ReadStep Read(Step step) => new(step.From, step.End, step.Kind,
        CollectionsMarshal.AsSpan(_syllables).Slice(step.First, step.Count).ToArray());

    readonly record struct Step(int From, int End, int Cost, StepKind Kind, int First, int Count);

    // Rank: which of the ways to the step's beginning it goes on from.
    readonly record struct Way(int Cost, int Step, int Rank);
}
