namespace Referral.Cli;

/// <summary>Exit codes of every verb. Source: docs/Interfaces.md.</summary>
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

    /// <summary>Nobody is signed in, or the sign-in has ended; nothing was done.</summary>
    public const int NotSignedIn = 4;

    /// <summary>The gateway refused, with a number and what to do; nothing was done.</summary>
    public const int Refused = 5;

    /// <summary>Somebody changed the case meanwhile; nothing was done.</summary>
    public const int Conflict = 6;

    /// <summary>
    /// The gateway did not answer; it may have been done. The same request id again is safe.
    /// </summary>
    public const int NoAnswer = 7;
}
