namespace Referral.Gateway.Border;

/// <summary>How long an unanswered letter waits before the same bytes are sent again: doubling, jittered,
/// never given up.</summary>
internal static class ResendDelay
{
    /// <summary>Longest pause, in minutes, so that a repaired line is noticed within it.</summary>
    public const int PauseMinutesMax = 60;

    /// <summary>
    /// A letter that the receiver holds for a gap is in its custody: it is sent this much more seldom.
    /// </summary>
    public const int HeldFactor = 8;

    public static TimeSpan After(int attempts, bool held, int firstSeconds, double jitter)
    {
        var doublings = Math.Min(Math.Max(attempts - 1, 0), 16);
        var seconds = Math.Min(
            firstSeconds * Math.Pow(2, doublings) * (held ? HeldFactor : 1), PauseMinutesMax * 60);
        return TimeSpan.FromSeconds(seconds * (0.85 + 0.3 * jitter));
    }
}
