using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>`referral trust sign`: the second person's signature.</summary>
internal static class SignVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        list.Description = $"The version that the other administrator made (LIST{Changing.Unfinished})";
        var key = TrustArguments.Option<string>("--key", "Your private key file", required: true);
        var verb = new Verb("sign", "Signs the version that the other administrator has made.",
            $"referral trust sign trust.json{Changing.Unfinished} --key second.pem")
        {
            list, key,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(
            screen, () => Run(screen, parsed.GetValue(list)!, parsed.GetValue(key)!)));
        return verb;
    }

    private static int Run(Screen screen, string path, string keyFile)
    {
        var list = TrustFile.Open(path, pending: true);
        if (list.Refused) return TrustVerb.Refused(screen, list.Refusal);
        using var key = AdministratorKey.Read(keyFile);
        var signed = list.Outcome.Sign(key);
        var target = path.EndsWith(Changing.Unfinished, StringComparison.Ordinal)
            ? path[..^Changing.Unfinished.Length] : path;
        var exit = Changing.Keep(screen, target, signed);
        if (exit == Exit.Holds && signed.Outcome.Complete && target != path) File.Delete(path);
        return exit;
    }
}
