using Google.Rpc;
using Grpc.Core;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>
/// Whether a caller may make a call at all, by itself or as an item of a batch: the rate of the caller, the
/// roles that the call names, roles that one person may not hold together, a post. What is refused stands in
/// the access journal, and a command about a case in the journal of that case too. Refuses: REF-2002,
/// REF-2003, REF-2011, REF-2012.
/// </summary>
internal sealed class CallGate(AccessJournal journal, CallerRates rates, RefusedCommands commands)
{
    public const string RolesApart = "REF-2011";

    /// <summary>Null when the call may go on.</summary>
    /// <param name="rule">The call.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="about">The case, as the caller named it, or a text.</param>
    public async Task<Refusal?> Refuses(CallRule rule, Caller caller, About about)
    {
        if ((await rates.Take(caller) ?? Wrong(rule, caller)) is not { } refusal)
        {
            return null;
        }

        await journal.Refused(rule, caller, about, refusal.Code);
        if (!rule.Reads && about.Case.Length > 0)
        {
            await commands.Enter(rule.Call.Name, caller, about.Case, refusal.Code);
        }

        return refusal;
    }

    /// <summary>
    /// REF number of what a call was refused for behind the gate, now in the access journal; null for what is
    /// no refusal of ours.
    /// </summary>
    public async Task<string?> Refused(CallRule rule, Caller caller, About about, RpcException told)
    {
        if (told.GetRpcStatus()?.GetDetail<ErrorInfo>() is not { Reason: { Length: > 0 } code })
        {
            return null;
        }

        await journal.Refused(rule, caller, about, code);
        return code;
    }

    private static Refusal? Wrong(CallRule rule, Caller caller) =>
        !caller.Roles.Any(rule.Roles.Contains)
            ? Refusal.Of(WhoMay.RoleMayNot,
                ("event", rule.Call.Name), ("role", string.Join(' ', caller.Roles)))
        : Apart(caller.Roles) is { } pair ? Refusal.Of(RolesApart, ("role", pair))
        : caller.Post.Length == 0 ? Refusal.Of(WhoMay.PostMayNot, ("post", "-")) : null;

    /// <summary>Two of these roles that one account may not hold, in the gateway or in one case.</summary>
    private static string? Apart(IReadOnlyList<string> roles)
    {
        var pairs =
            from one in roles.Index()
            from other in roles.Skip(one.Index + 1)
            where RoleBook.Shipped.Excludes(one.Item, other)
            select $"{one.Item} {other}";
        return pairs.FirstOrDefault();
    }
}
