using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Hosting;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Door;

namespace Referral.Gateway.Feeds;

/// <summary>
/// The gRPC service Feeds: what moves, from a resume token on. A stream ends with its caller, or when the
/// gateway stops; the caller comes back with its token. Refuses: REF-2003, REF-2009, REF-2014.
/// </summary>
[Authorize]
internal sealed class FeedsDoor(
    FeedTail tail, FeedStart start, FeedStory story, Webhooks webhooks, CallerTokens tokens,
    GatewayIdentity identity, IHostApplicationLifetime life) : Contracts.Desk.Feeds.FeedsBase
{
    public override async Task WatchStatus(
        WatchStatusRequest request, IServerStreamWriter<StatusEvent> answer, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        await Watch(caller, "status", request.ResumeToken, request.From, call, async (entry, told) =>
            await story.Of(entry, caller.Post) is { } status
            && await Write(answer, With(status, told), told.Ends));
    }

    public override async Task WatchCases(
        WatchCasesRequest request, IServerStreamWriter<CaseMoved> answer, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        await Watch(caller, "cases", request.ResumeToken, request.From, call, async (entry, told) =>
            await story.OfCase(entry, caller) is { } one
            && await Write(answer, With(one, told, caller.Language), told.Ends));
    }

    public override async Task<WebhookView> ReplayWebhook(
        ReplayWebhookRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        return CasesDoor.Given(caller, await webhooks.Replay(caller, request));
    }

    private async Task Watch(
        Caller caller, string what, string token, Timestamp? from, ServerCallContext call,
        Func<FeedEntry, (string Token, CancellationToken Ends), Task<bool>> tell)
    {
        var place = tokens.Open(caller, $"feed {what}", "resume_token", token);
        if (place.Refused || identity.Country.Posts.All(p => p.Id != caller.Post))
        {
            throw RefusalStatus.Of(place.Refusal
                ?? Refusal.Of(WhoMay.PostMayNot, ("post", caller.Post)), caller.Language);
        }

        // A token says where; a moment beside it says nothing any more.
        var since = from is null || token.Length > 0
            ? (Decision<DateTimeOffset>?)null : FeedStart.Moment(from);
        if (since is { Refused: true } unfit)
        {
            throw RefusalStatus.Of(unfit.Refusal, caller.Language);
        }

        var moment = since?.Outcome;
        var row = place.Outcome.Length > 0 ? long.Parse(place.Outcome, CultureInfo.InvariantCulture)
            : await start.Row(moment);

        // An endless stream would hold a graceful stop for the whole time-out.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            call.CancellationToken, life.ApplicationStopping);

        // The headers tell the watcher that it is let in; the first event may be a day away.
        await call.WriteResponseHeadersAsync(Metadata.Empty);
        try
        {
            await foreach (var entry in tail.After(row, ends.Token))
            {
                if (moment is null || entry.At >= moment)
                {
                    var next = tokens.Seal(caller, $"feed {what}", Step.Text(entry.Row));
                    await tell(entry, (next, ends.Token));
                }
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            if (life.ApplicationStopping.IsCancellationRequested)
            {
                throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable,
                    "The gateway stops. Come back with the last resume token."));
            }
        }
    }

    private static async Task<bool> Write<T>(IServerStreamWriter<T> answer, T one, CancellationToken ends)
    {
        await answer.WriteAsync(one, ends);
        return true;
    }

    private static StatusEvent With(StatusEvent status, (string Token, CancellationToken) told)
    {
        status.ResumeToken = told.Token;
        return status;
    }

    private static CaseMoved With(
        (StatusEvent Status, Storage.CaseRow Row) one, (string, CancellationToken) told, string language) =>
        new()
        {
            Status = With(one.Status, told),
            CaseName = CaseNames.Of(one.Row.LocalNumber),
            Referral = one.Row.Referral ?? "",
            Stage = one.Status.Stage.Length == 0 ? null
                : FieldViews.LabelOf("stage", one.Status.Stage, language),
        };
}
