using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using Referral.Contracts.Desk;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Access;

/// <summary>
/// The gRPC service Access: a post kept out of a case, an account let in for an hour, and the log. Refuses:
/// REF-2004 no such case, REF-2009 a reason or a post that is none.
/// </summary>
[Authorize]
internal sealed class AccessDoor(
    Steps steps, Commands commands, CallerTokens tokens, GatewayIdentity identity, ILogger<AccessDoor> log)
    : Contracts.Desk.Access.AccessBase
{
    private static readonly (int Least, int Most) ReasonCharacters = (10, 500);

    public override Task<GlassView> BreakGlass(BreakGlassRequest request, ServerCallContext call) =>
        Enter(call, request.CommandId, request.Case, request, GlassView.Parser, async (step, row, caller) =>
        {
            var exceptions = await step.Exceptions(row);
            if (Unfit(request.Reason) is { } unfit)
            {
                return unfit;
            }

            if (exceptions.Excludes(caller.Post))
            {
                return Refusal.Of(CasesDoor.NoSuchCase);
            }

            var until = step.Now.AddMinutes(Exceptions.GlassMinutes);
            await step.WriteExceptions(row, exceptions.With(new CaseException(
                CaseException.Glass, caller.Post, caller.Account, request.Reason, step.Now, until)));
            await Told(step, row, caller, "glass-broken", caller.Post);
            step.OpenTask(row, "GLASS_BROKEN", identity.Country.PostOf("HOME_DESK").Id);
            log.GlassBroken(row.LocalNumber, caller.Post);
            return new GlassView { Case = row.LocalNumber, Until = Timestamp.FromDateTimeOffset(until) };
        });

    public override Task<ExceptionList> ExcludePost(ExcludePostRequest request, ServerCallContext call) =>
        Enter(call, request.CommandId, request.Case, request, ExceptionList.Parser,
            async (step, row, caller) =>
            {
                if ((WhoMay.Say(caller, identity.Country, "ledger", "UnitExcluded")
                    ?? WhoMay.Open(caller, identity.Country, row.Other)) is { } notHers)
                {
                    return notHers;
                }

                // A supervisor who shuts out her own desk, or a post that is none, has chosen wrongly.
                if (request.Post == caller.Post || identity.Country.Posts.All(p => p.Id != request.Post)
                    || identity.Country.PostOf("HOME_DESK").Id == request.Post)
                {
                    return Refusal.Of(CaseFile.WriteSection.NotValid,
                        ("field", "post"), ("rule", "another post of this country"));
                }

                if (Unfit(request.Reason) is { } unfit)
                {
                    return unfit;
                }

                var now = (await step.Exceptions(row)).With(new CaseException(
                    CaseException.Excluded, request.Post, caller.Account, request.Reason, step.Now, null));
                await step.WriteExceptions(row, now);
                await ExcludedPosts.RerouteOpen(step, row, now);
                await Told(step, row, caller, "post-excluded", request.Post);
                return View(now);
            });

    public override async Task<ExceptionList> ListExceptions(
        ListExceptionsRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        return CasesDoor.Given(caller, await steps.Read(async Task<Decision<ExceptionList>> (step) =>
            await step.FindCase(CaseNames.Number(request.Case)) is { } row
            && !(await step.Exceptions(row)).Excludes(caller.Post)
                ? View(await step.Exceptions(row)) : Refusal.Of(CasesDoor.NoSuchCase)));
    }

    public override async Task<AccessLog> ListAccess(ListAccessRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        return CasesDoor.Given(caller,
            await steps.Read(step => AccessLogView.Of(step, request, caller, tokens)));
    }

    private async Task<TAnswer> Enter<TAnswer>(
        ServerCallContext call, string commandId, string name, Google.Protobuf.IMessage request,
        Google.Protobuf.MessageParser<TAnswer> parser,
        Func<Step, CaseRow, Caller, Task<Decision<TAnswer>>> work)
        where TAnswer : class, Google.Protobuf.IMessage<TAnswer>
    {
        var caller = CallerAt.Of(call, identity.Country);
        return CasesDoor.Given(caller, await commands.Do(caller, commandId, request, parser, async step =>
        {
            if (identity.Country.Posts.All(p => p.Id != caller.Post))
            {
                return Refusal.Of(WhoMay.PostMayNot, ("post", caller.Post));
            }

            if (await step.FindCase(CaseNames.Number(name)) is not { } row || await step.StateOf(row) is null)
            {
                return Refusal.Of(CasesDoor.NoSuchCase);
            }

            var done = await work(step, row, caller);
            return done.Refused ? done.Refusal : (row, done.Outcome);
        }));
    }

    private static Refusal? Unfit(string reason) =>
        reason.Trim().Length < ReasonCharacters.Least || reason.Length > ReasonCharacters.Most
            ? Refusal.Of(CaseFile.WriteSection.NotValid,
                ("field", "reason"), ("rule", $"{ReasonCharacters.Least} to {ReasonCharacters.Most}"))
            : null;

    // In the case's own chain that it happened; in the access journal who it was.
    private static async Task Told(Step step, CaseRow row, Caller caller, string kind, string post)
    {
        await step.Journal(row, kind, ("post", post));
        await step.JournalIn(AccessJournal.Chain, kind, ("call", $"Access.{kind}"),
            ("account", caller.Account), ("post", post), ("roles", string.Join(' ', caller.Roles)),
            ("case", row.LocalNumber));
    }

    private static ExceptionList View(Exceptions exceptions)
    {
        var list = new ExceptionList();
        list.Exceptions.Add(exceptions.Entries.Select(e => new ExceptionView
        {
            Kind = e.Kind,
            Post = e.Post,
            Account = e.Account,
            Reason = e.Reason,
            Since = Timestamp.FromDateTimeOffset(e.Since),
            Until = e.Until is { } until ? Timestamp.FromDateTimeOffset(until) : null,
        }));
        return list;
    }
}
