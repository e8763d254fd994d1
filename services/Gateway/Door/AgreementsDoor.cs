using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Agreements;
using Referral.Contracts.Desk;
using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile.Rendering;

namespace Referral.Gateway.Door;

/// <summary>The gRPC service Agreements: what is operated here, and the two persons who switch it.</summary>
[Authorize]
internal sealed class AgreementsDoor(Steps steps, Commands commands, GatewayIdentity identity)
    : Contracts.Desk.Agreements.AgreementsBase
{
    public override async Task<AgreementList> ListAgreements(
        ListAgreementsRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        if (WhoMay.Open(caller, identity.Country, request.With) is { } refusal)
        {
            throw RefusalStatus.Of(refusal, caller.Language);
        }

        return await steps.Read(async step =>
        {
            var list = new AgreementList();
            foreach (var instrument in InstrumentBook.Shipped.All
                .Where(i => SwitchAgreement.OurInstrument(step, i.Id) is not null
                && (request.With.Length == 0 || i.Joins(step.Us, request.With))))
            {
                list.Agreements.Add(await View(step, instrument, caller.Language));
            }

            return list;
        });
    }

    public override Task<AgreementView> ProposeSwitch(ProposeSwitchRequest request, ServerCallContext call) =>
        Turn(call, request.CommandId, request, request.Agreement, WhoMay.Prepare,
            (step, caller) => SwitchAgreement.Propose(step, request, caller.Account, caller.Post));

    public override Task<AgreementView> ConfirmSwitch(ConfirmSwitchRequest request, ServerCallContext call) =>
        Turn(call, request.CommandId, request, request.Agreement, WhoMay.Say,
            (step, caller) => SwitchAgreement.Confirm(step, request, caller.Account, caller.Post));

    private async Task<AgreementView> Turn(
        ServerCallContext call, string commandId, Google.Protobuf.IMessage request, string agreement,
        Func<Caller, Country, string, string, Refusal?> who, Func<Step, Caller, Task<Refusal?>> work)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var answer = await commands.Do(caller, commandId, request, AgreementView.Parser, async step =>
        {
            if ((who(caller, identity.Country, "ledger", "AgreementSwitched")
                ?? await work(step, caller)) is { } refusal)
            {
                return refusal;
            }

            await step.Save();
            return (null, await View(step, InstrumentBook.Shipped.Find(agreement)!, caller.Language));
        });
        return answer.Refused ? throw RefusalStatus.Of(answer.Refusal, caller.Language) : answer.Outcome;
    }

    private static async Task<AgreementView> View(Step step, Instrument instrument, string language)
    {
        var register = await step.Register();
        var proposal = await step.Db.Switches.AsNoTracking()
            .FirstOrDefaultAsync(s => s.Instrument == instrument.Id && s.Since == null);
        var turned = register.Switches.LastOrDefault(s => s.Instrument == instrument.Id);
        return new AgreementView
        {
            Agreement = instrument.Id,
            Version = instrument.Version,
            Title = instrument.Title,
            Parties = { instrument.Parties },
            Channel = instrument.Channel ?? "",
            Status = FieldViews.LabelOf(
                "instrument_status", register.StatusAt(instrument, step.Now), language),
            Operated = register.OperatedAt(instrument, step.Now),
            Mark = instrument.Mark,
            Source = instrument.Source,
            Notes = instrument.Notes ?? "",
            Letters = { instrument.Letters },
            Proposed = proposal is not null,
            ProposedOperated = proposal?.Operated ?? false,
            OperatedSince = turned is null ? null : Timestamp.FromDateTimeOffset(turned.Since),
        };
    }
}
