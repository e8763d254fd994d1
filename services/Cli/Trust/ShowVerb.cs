using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>`referral trust show`: members, keys, fingerprint, and what runs out.</summary>
internal static class ShowVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        var verb = new Verb("show", "Shows members, keys and fingerprint, and what runs out within 60 days.",
            "referral trust show trust.json")
        {
            list,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () =>
        {
            var read = TrustFile.Open(parsed.GetValue(list)!, pending: true);
            if (read.Refused) return TrustVerb.Refused(screen, read.Refusal);
            ListPrint.Whole(screen, read.Outcome, DateTimeOffset.UtcNow);
            return Exit.Holds;
        }));
        return verb;
    }
}
