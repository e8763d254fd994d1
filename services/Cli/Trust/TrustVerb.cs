using Referral.Gateway;
using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>
/// `referral trust`: who belongs to the network and with which keys, kept by two administrators.
/// </summary>
internal static class TrustVerb
{
    public static Verb Build(Screen screen) =>
        new("trust", "Makes, changes and checks the signed list of members and their keys.",
            "referral trust show ./practice/trust.json")
        {
            InitVerb.Build(screen), PublishVerb.Build(screen), AddVerb.Build(screen),
            RotateVerb.Build(screen), RevokeVerb.Build(screen), SignVerb.Build(screen),
            ShowVerb.Build(screen), VerifyVerb.Build(screen),
        };

    /// <summary>Runs a verb; a file that cannot be used is bad input, in one sentence.</summary>
    public static int Guarded(Screen screen, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception fault)
            when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            screen.Wrong(fault.Message);
            return Exit.BadInput;
        }
    }

    public static int Refused(Screen screen, Refusal refusal)
    {
        screen.Bad(TrustFile.Told(refusal));
        return Exit.DoesNotHold;
    }
}
