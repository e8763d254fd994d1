namespace Referral.Language.Matching.Sounds;

/// How alike two name parts sound: 1 the same, 0 nothing in common.
static class SoundDistance
{
    /// Longer parts are compared by their beginning only.
    public const int SoundsMax = 64;

    public static float Alike(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0) return 0;
        if (one == other) return 1;
        if (one.Length > SoundsMax) one = one[..SoundsMax];
        if (other.Length > SoundsMax) other = other[..SoundsMax];
        Span<float> leave = stackalloc float[other.Length];
        Span<float> row = stackalloc float[other.Length + 1];
        float whole = 0, wholeOne = 0;
        for (var at = 0; at < other.Length; at++)
        {
            leave[at] = Sound.Leaving(other[at], at + 1 < other.Length ? other[at + 1] : '\0');
            row[at + 1] = row[at] + leave[at];
            whole += leave[at];
        }
        for (var at = 0; at < one.Length; at++)
        {
            var left = Sound.Leaving(one[at], at + 1 < one.Length ? one[at + 1] : '\0');
            wholeOne += left;
            var diagonal = row[0];
            row[0] += left;
            for (var to = 0; to < other.Length; to++)
            {
                var found = Math.Min(diagonal + Sound.Cost(one[at], other[to]),
                    Math.Min(row[to + 1] + left, row[to] + leave[to]));
                diagonal = row[to + 1];
                row[to + 1] = found;
            }
        }
        return Math.Max(0, 1 - row[other.Length] / Math.Max(whole, wholeOne));
    }
}
