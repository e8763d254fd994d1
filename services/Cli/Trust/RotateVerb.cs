using Referral.Gateway;
using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>`referral trust rotate`: a member's next keys, or another administrator.</summary>
internal static class RotateVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        var keys = TrustArguments.Keys();
        var member = TrustArguments.Option<string?>(
            "--member", "What the member published with its new keys");
        var leaving = TrustArguments.Option<string?>(
            "--administrator", "Kid of the administrator who leaves");
        var coming = TrustArguments.Option<string?>("--by", "Public key file of the one who comes");
        var verb = new Verb("rotate",
            "Puts a member's next keys on the list beside the old, or another administrator in place of one.",
            "referral trust rotate trust.json --member la.member.json --key first.pem",
            "referral trust rotate trust.json --administrator KID --by third.pem.pub --key first.pem")
        {
            list, keys, member, leaving, coming,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () =>
        {
            var (published, kid, by) =
                (parsed.GetValue(member), parsed.GetValue(leaving), parsed.GetValue(coming));
            if ((published is null) == (kid is null) || (kid is null) != (by is null))
            {
                screen.Wrong("Name either --member, or --administrator and --by.");
                return Exit.BadInput;
            }

            return Changing.Run(screen, parsed.GetValue(list)!, parsed.GetValue(keys)!, content =>
                published is not null
                    ? TrustChange.Rotate(content, MemberFile.Read(published))
                    : TrustChange.ReplaceAdministrator(content, kid!, AdministratorKey.ReadPublic(by!)));
        }));
        return verb;
    }
}
