using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.NameForms;

namespace Referral.Gateway.Door;

/// <summary>The person's name: its card, what was confirmed, and what a travel document may carry.</summary>
internal sealed partial class CasesDoor
{
    public override Task<NameCardView> GetNameCard(GetNameCardRequest request, ServerCallContext call) =>
        Look(call, request.Case, (step, row, _) => CaseNameCard.Of(step, row));

    public override Task<NameCardView> ConfirmName(ConfirmNameRequest request, ServerCallContext call) =>
        Change(call, request.CommandId, request.Case, request, NameCardView.Parser,
            (_, _, caller) =>
                Task.FromResult(WhoMay.Say(caller, Country, "ledger", CaseFile.NameForms.ConfirmName.Event)),
            async Task<Decision<NameCardView>> (step, row, caller) =>
                await CaseFile.NameForms.ConfirmName.Do(step, row, request, caller) is { } refusal
                    ? refusal : await CaseNameCard.Of(step, row));

    public override async Task<NameFormView> GetTravelDocumentName(
        GetTravelDocumentNameRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, Country);
        return Given(caller, await steps.Read(async Task<Decision<NameFormView>> (step) =>
        {
            var found = await Find(step, caller, request.Case, reads: true);
            return found.Refused ? found.Refusal
                : await CaseNameCard.ForTravelDocument(step, found.Outcome.Row);
        }));
    }
}
