using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>`referral trust revoke`: a key that was lost or stolen.</summary>
internal static class RevokeVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        var kid = TrustArguments.Option<string>("--kid", "The key, as `show` names it", required: true);
        var since = TrustArguments.Option<DateTimeOffset?>("--since",
            "When it was lost, such as 2026-03-01T08:00Z: what is proved older stays history; default: now");
        var keys = TrustArguments.Keys();
        var verb = new Verb("revoke",
            "Revokes a key: what it signed no longer counts, and its gateway signs again what is still due.",
            "referral trust revoke trust.json --kid KID --key first.pem",
            "referral trust revoke trust.json --kid KID --since 2026-03-01T08:00Z --key first.pem")
        {
            list, kid, since, keys,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () => Changing.Run(
            screen, parsed.GetValue(list)!, parsed.GetValue(keys)!,
            content => TrustChange.Revoke(
                content, parsed.GetValue(kid)!, parsed.GetValue(since) ?? DateTimeOffset.UtcNow))));
        return verb;
    }
}
