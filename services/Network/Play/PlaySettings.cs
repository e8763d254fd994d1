namespace Referral.Network.Play;

/// <summary>How a case is played.</summary>
public sealed record PlaySettings
{
    /// <summary>
    /// Longest wait for a letter to be settled by its receipt, and to be seen at the other side.
    /// Default 20 s.
    /// </summary>
    public TimeSpan SettleLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest wait for one answer of a door. Default 30 s.</summary>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a call that got no answer is made again, the same request with the same command id: that is
    /// safe, a gateway runs a command once. Default: not at all.
    /// </summary>
    public TimeSpan Persistence { get; init; } = TimeSpan.Zero;

    /// <summary>Gets a line for each thing that was done, for the person who watches.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
