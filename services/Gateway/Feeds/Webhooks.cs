using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Contracts.Desk;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Feeds;

/// <summary>
/// Sends status events to each subscriber of the settings, in order, until it takes them: an event is never
/// passed over. How far a subscriber has come is a row that moves after it has taken the event, so one that
/// is sent again has the same id. Replaying sets the row back. Refuses: REF-2014 no such subscriber.
/// </summary>
internal sealed class Webhooks(
    Steps steps, Commands commands, FeedTail tail, FeedStart start, FeedStory story,
    IReadOnlyList<WebhookPost> posts, ILogger<Webhooks> log) : BackgroundService
{
    public const string NoSuchSubscriber = "REF-2014";

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    public async Task<Decision<WebhookView>> Replay(Caller caller, ReplayWebhookRequest request)
    {
        if (posts.All(post => post.Subscriber != request.Subscriber))
        {
            return Refusal.Of(NoSuchSubscriber, ("field", "subscriber"));
        }

        if (request.From is null)
        {
            return Refusal.Of(CaseFile.WriteSection.NotValid, ("field", "from"), ("rule", "required"));
        }

        var from = FeedStart.Moment(request.From);
        if (from.Refused)
        {
            return from.Refusal;
        }

        var row = await start.Row(from.Outcome);
        return await commands.Do(caller, request.CommandId, request, WebhookView.Parser, async step =>
        {
            await Set(step, request.Subscriber, row);
            await step.JournalBorder("webhook-replayed",
                ("subscriber", request.Subscriber), ("post", caller.Post));
            return ((CaseRow?)null, new WebhookView
            {
                Subscriber = request.Subscriber, Behind = (ulong)Math.Max(0, tail.Head - row),
            });
        });
    }

    protected override Task ExecuteAsync(CancellationToken stopping) =>
        Task.WhenAll(posts.Select(post => Serve(post, stopping)));

    private async Task Serve(WebhookPost post, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Send(post, await Reached(post.Subscriber), stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.WebhookRefused(post.Subscriber, fault.GetType().Name);
                await Task.Delay(AfterFault, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    // Until somebody sets the row back, which is seen after the event that is on its way.
    private async Task Send(WebhookPost post, long row, CancellationToken stopping)
    {
        await foreach (var entry in tail.After(row, stopping))
        {
            if (await story.Of(entry, post.Subscriber) is { } status)
            {
                await post.Send(status, stopping);
            }

            var reached = row;
            row = entry.Row;
            if (!await Moved(post.Subscriber, reached, row))
            {
                return;
            }
        }
    }

    private async Task<long> Reached(string subscriber)
    {
        var now = await start.Row(null);
        return await steps.Always(async step =>
        {
            var row = await step.Db.Sequences.FindAsync(NameOf(subscriber));
            return row?.Next ?? await Set(step, subscriber, now);
        });
    }

    // False where the row is not where it was left: it was set back meanwhile.
    private Task<bool> Moved(string subscriber, long from, long to) => steps.Always(async step =>
    {
        var row = await step.Db.Sequences.FindAsync(NameOf(subscriber));
        if (row is null || row.Next != from)
        {
            return false;
        }

        row.Next = to;
        return true;
    });

    private static async Task<long> Set(Step step, string subscriber, long row)
    {
        var held = await step.Db.Sequences.FindAsync(NameOf(subscriber));
        if (held is null)
        {
            step.Db.Sequences.Add(new SequenceRow { Name = NameOf(subscriber), Next = row });
        }
        else
        {
            held.Next = row;
        }

        return row;
    }

    private static string NameOf(string subscriber) => $"webhook/{subscriber}";
}
