using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>`referral trust revoke`: a key that was lost or stolen.</summary>
internal static class RevokeVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        var kid = TrustArguments.Option<string>("--kid", "The key, as `show` names it", required: true);
        var keys = TrustArguments.Keys();
        var verb = new Verb("revoke",
            "Revokes a key: what it signed no longer counts, and its gateway signs again what is still due.",
            "referral trust revoke trust.json --kid KID --key first.pem")
        {
            list, kid, keys,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () => Changing.Run(
            screen, parsed.GetValue(list)!, parsed.GetValue(keys)!,
            content => TrustChange.Revoke(content, parsed.GetValue(kid)!))));
        return verb;
    }
}
