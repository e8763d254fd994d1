namespace Referral.Cli;

/// <summary>Exit codes of every verb. Source: docs/Demo.md.</summary>
internal static class Exit
{
    /// <summary>Everything that was promised holds.</summary>
    public const int Holds = 0;

    /// <summary>Something does not hold; what, was printed.</summary>
    public const int DoesNotHold = 1;

    /// <summary>
    /// The command or a file given to it is wrong; nothing was started and nothing was sent.
    /// </summary>
    public const int BadInput = 2;

    /// <summary>The machine or the program failed.</summary>
    public const int Fault = 3;
}
