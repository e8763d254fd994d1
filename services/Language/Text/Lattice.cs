namespace Referral.Language.Text;

/// One way to read on from a place in a word, and what it costs. Costs are our own; only their order matters.
/// Listed: a stem of the list, which is a word of its own.
internal sealed record Step(int End, int Cost, IReadOnlyList<Syllable> Syllables, bool Listed = false);

/// The cheapest way through a word, step by step.
internal static class Lattice
{
    /// Null when the word cannot be read to its end.
    public static List<Step>? Cheapest(int length, Func<int, IEnumerable<Step>> from)
    {
        var best = new int[length + 1];
        var came = new (int From, Step? By)[length + 1];
        Array.Fill(best, int.MaxValue, 1, length);
        for (var at = 0; at < length; at++)
        {
            if (best[at] == int.MaxValue) continue;
            foreach (var step in from(at))
            {
                var cost = best[at] + step.Cost;
                if (cost >= best[step.End]) continue;
                best[step.End] = cost;
                came[step.End] = (at, step);
            }
        }
        if (best[length] == int.MaxValue) return null;
        var path = new List<Step>();
        for (var at = length; at > 0; at = came[at].From) path.Add(came[at].By!);
        path.Reverse();
        return path;
    }
}
