using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>`referral trust add`: a new member.</summary>
internal static class AddVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        var member = TrustArguments.Member();
        var keys = TrustArguments.Keys();
        var verb = new Verb("add", "Adds a member with its keys and posts.",
            "referral trust add trust.json --member la.member.json --key first.pem")
        {
            list, member, keys,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () => Changing.Run(
            screen, parsed.GetValue(list)!, parsed.GetValue(keys)!,
            content => TrustChange.Add(content, MemberFile.Read(parsed.GetValue(member)!)))));
        return verb;
    }
}
