using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>
/// `referral trust verify`: every signature from the first version on; installs it where asked.
/// </summary>
internal static class VerifyVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        var fingerprint = TrustArguments.Option<string?>("--fingerprint",
            "As an administrator read it to you; of this version, or of the first");
        var held = TrustArguments.Option<string?>("--held", "The list in use, which this one must continue");
        var into = TrustArguments.Option<string?>("--into",
            "Data folder of a gateway to lay it into when everything holds; wants --fingerprint at first");
        var verb = new Verb("verify", "Checks a list, and lays it into a gateway's folder where asked.",
            "referral trust verify trust.json --fingerprint \"0123 4567 …\" --into ./gateway",
            "referral trust verify new.json --held trust.json")
        {
            list, fingerprint, held, into,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () => Run(screen, parsed.GetValue(list)!,
            parsed.GetValue(fingerprint), parsed.GetValue(held), parsed.GetValue(into))));
        return verb;
    }

    private static int Run(Screen screen, string path, string? fingerprint, string? held, string? into)
    {
        var home = into is null ? null : Path.Combine(into, TrustList.FileName);
        held ??= home is not null && File.Exists(home) ? home : null;
        if (home is not null && held is null && fingerprint is null)
        {
            screen.Wrong(
                "The first list of a gateway is laid in with --fingerprint, read to you by another way.");
            return Exit.BadInput;
        }

        var checkedList = TrustInstalling.Check(path, held, fingerprint, DateTimeOffset.UtcNow);
        if (checkedList.Refused) return TrustVerb.Refused(screen, checkedList.Refusal);
        ListPrint.Head(screen, checkedList.Outcome);
        screen.Good("Everything holds.");
        if (home is null) return Exit.Holds;
        TrustFile.Write(home, checkedList.Outcome);
        screen.Line($"Laid into {into}; a running gateway takes it within a minute.");
        return Exit.Holds;
    }
}
