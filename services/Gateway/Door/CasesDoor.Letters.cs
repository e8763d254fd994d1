using Google.Protobuf;
using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>Commands that prepare, release or take back letters.</summary>
internal sealed partial class CasesDoor
{
    public override Task<LetterDraft> PrepareLetter(PrepareLetterRequest request, ServerCallContext call) =>
        Change(call, request.CommandId, request.Case, request, LetterDraft.Parser,
            (_, _, caller) => Task.FromResult(WhoMay.Prepare(caller, Country, "host", ReleaseEvent(request))),
            (step, row, caller) => Repatriation.PrepareLetter.Do(step, row, request, caller.Account));

    public override Task<LetterDraft> PrepareCorrection(
        PrepareCorrectionRequest request, ServerCallContext call) =>
        Change(call, request.CommandId, request.Case, request, LetterDraft.Parser,
            (_, _, caller) => Task.FromResult(
                WhoMay.Prepare(caller, Country, "host", nameof(NoticeCorrected))),
            (step, row, caller) => Corrections.CorrectNotice.Do(step, row, request, caller.Account));

    public override Task<ReleasedLetters> ReleaseLetter(
        ReleaseLetterRequest request, ServerCallContext call) =>
        Send(call, request.CommandId, request.Case, request,
            async (step, row, caller) =>
                Repatriation.ReleaseLetter.EventOf(await step.Draft(row)) is { } happened
                ? WhoMay.Say(caller, Country, BookOf(row, happened), happened)
                : Refusal.Of("REF-2105", ("value", Step.Text(request.DraftRevision))),
            (step, row, caller) =>
                Repatriation.ReleaseLetter.Do(step, row, request, caller.Account, caller.Post));

    public override Task<ReleasedLetters> WithdrawLetter(
        WithdrawLetterRequest request, ServerCallContext call) =>
        Send(call, request.CommandId, request.Case, request,
            (_, _, caller) => Task.FromResult(WhoMay.Say(caller, Country, "ledger", "LetterWithdrawn")),
            (step, row, caller) => Repatriation.WithdrawLetter.Do(step, row, request, caller.Post));

    public override Task<ReleasedLetters> Acknowledge(AcknowledgeRequest request, ServerCallContext call) =>
        Send(call, request.CommandId, request.Case, request,
            (_, _, caller) => Task.FromResult(WhoMay.Say(caller, Country, "origin", nameof(Acknowledged))),
            (step, row, caller) => AcknowledgeNotice.Do(step, row, request, caller.Post));

    public override Task<LetterDraft> AnswerNationality(
        AnswerNationalityRequest request, ServerCallContext call) =>
        Change(call, request.CommandId, request.Case, request, LetterDraft.Parser,
            (_, _, caller) =>
                Task.FromResult(WhoMay.Prepare(caller, Country, "origin", "VerificationResult")),
            (step, row, caller) => Repatriation.AnswerNationality.Do(step, row, request, caller.Account));

    // One rule on both sides for an answer; for the rest that of the side.
    private static string BookOf(CaseRow row, string happened) =>
        happened == Repatriation.ReleaseLetter.AnswerReleased ? "ledger"
        : row.Side == Sides.Host ? "host" : "origin";

    private static string ReleaseEvent(PrepareLetterRequest request) =>
        Repatriation.PrepareLetter.ReleasedBy(request.Kinds) == nameof(VerificationRequested)
            ? "VerificationRequested" : nameof(NoticeReleased);

    /// <summary>A command that answers with the letters of the case as they then are.</summary>
    private Task<ReleasedLetters> Send(
        ServerCallContext call, string commandId, string name, IMessage request,
        Func<Step, CaseRow, Caller, Task<Refusal?>> who, Func<Step, CaseRow, Caller, Task<Refusal?>> work) =>
        Change(call, commandId, name, request, ReleasedLetters.Parser, who,
            async Task<Decision<ReleasedLetters>> (step, row, caller) =>
            {
                if (await work(step, row, caller) is { } refusal)
                {
                    return refusal;
                }

                // The letters are rows of this transaction: written, so that they can be read back.
                await step.Save();
                var released = new ReleasedLetters { Case = row.LocalNumber, Referral = row.Referral ?? "" };
                released.Letters.Add(
                    (await LetterViews.Of(step, row, caller.Language)).Where(l => l.Direction == "out"));
                return released;
            });
}
