using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile;

namespace Referral.Gateway.Door.Batching;

/// <summary>
/// The gRPC service Batches: each item goes through the door of Cases as if it came by itself. Refuses:
/// REF-2006, REF-2008, REF-2009; an item's refusal is its outcome.
/// </summary>
[Authorize]
internal sealed class BatchesDoor(
    CasesDoor cases, CallRules rules, CallGate gate, GatewayIdentity identity) : Batches.BatchesBase
{
    private const string Missing = "REF-2009";
    private const string TooMany = "REF-2008";

    public override async Task<BatchAnswer> RunBatch(RunBatchRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        if (Wrong(request) is { } refusal)
        {
            throw RefusalStatus.Of(refusal, caller.Language);
        }

        var answer = new BatchAnswer();
        for (var place = 0; place < request.Items.Count; place++)
        {
            // Whoever is gone asks for the rest by the same request id.
            call.CancellationToken.ThrowIfCancellationRequested();
            var item = request.Items[place].Clone();
            Name(item, IdOf(request.CommandId, place));
            answer.Outcomes.Add(await One(item, caller, call));
        }

        answer.Refused = (uint)answer.Outcomes.Count(
            one => one.OutcomeCase == BatchOutcome.OutcomeOneofCase.Refusal);
        return answer;
    }

    private Refusal? Wrong(RunBatchRequest request)
    {
        var most = identity.Settings.Door.BatchItemsMax;
        return !Guid.TryParse(request.CommandId, out var id) || id == Guid.Empty
                ? Refusal.Of(Commands.IdMissing)
            : request.Items.Count > most
                ? Refusal.Of(TooMany, ("field", "items"), ("limit", Step.Text(most)), ("unit", "items"))
            : request.Items.Count == 0
                || request.Items.Any(item => item.CommandCase == BatchItem.CommandOneofCase.None)
                ? Refusal.Of(Missing, ("field", "items"), ("rule", $"1 - {most}")) : null;
    }

    private async Task<BatchOutcome> One(BatchItem item, Caller caller, ServerCallContext call)
    {
        var (rule, about) = (RuleOf(item), About.Of(CommandOf(item)));
        if (await gate.Refuses(rule, caller, about) is { } no)
        {
            return Outcome(no.Code, RefusalStatus.Of(no, caller.Language));
        }

        try
        {
            return await Do(item, call);
        }
        catch (Exception fault) when (fault is RpcException or KeyErased)
        {
            var told = fault as RpcException
                ?? RefusalStatus.Of(Refusal.Of(FaultInterceptor.Erased), caller.Language);
            if (await gate.Refused(rule, caller, about, told) is { } code)
            {
                return Outcome(code, told);
            }

            throw;
        }
    }

    private async Task<BatchOutcome> Do(BatchItem item, ServerCallContext call) => item.CommandCase switch
    {
        BatchItem.CommandOneofCase.CreateCase =>
            new() { CaseView = await cases.CreateCase(item.CreateCase, call) },
        BatchItem.CommandOneofCase.EditSection =>
            new() { CaseView = await cases.EditSection(item.EditSection, call) },
        BatchItem.CommandOneofCase.RecordConsent =>
            new() { CaseView = await cases.RecordConsent(item.RecordConsent, call) },
        BatchItem.CommandOneofCase.RecordEvent =>
            new() { CaseView = await cases.RecordEvent(item.RecordEvent, call) },
        BatchItem.CommandOneofCase.PrepareLetter =>
            new() { Draft = await cases.PrepareLetter(item.PrepareLetter, call) },
        BatchItem.CommandOneofCase.ReleaseLetter =>
            new() { Letters = await cases.ReleaseLetter(item.ReleaseLetter, call) },
        _ => new() { Letters = await cases.Acknowledge(item.Acknowledge, call) },
    };

    private static BatchOutcome Outcome(string code, RpcException told) => new()
    {
        Refusal = new()
        {
            Code = code,
            Sentence = told.GetRpcStatus()?.GetDetail<LocalizedMessage>()?.Message ?? "",
        },
    };

    private CallRule RuleOf(BatchItem item) =>
        rules.Find($"/{Cases.Descriptor.FullName}/{item.CommandCase}")
        ?? throw new InvalidOperationException($"No call {item.CommandCase}.");

    private static IMessage CommandOf(BatchItem item) =>
        (IMessage)BatchItem.Descriptor.FindFieldByNumber((int)item.CommandCase).Accessor.GetValue(item);

    private static void Name(BatchItem item, string id)
    {
        var command = CommandOf(item);
        var field = command.Descriptor.FindFieldByName("command_id");
        if (field.Accessor.GetValue(command) is "")
        {
            field.Accessor.SetValue(command, id);
        }
    }

    // The same batch names its items the same, and no other does.
    private static string IdOf(string batch, int place) => new Guid(SHA256.HashData(
        Encoding.ASCII.GetBytes($"{Guid.Parse(batch):D}/{Step.Text(place)}")).AsSpan(0, 16)).ToString("D");
}
