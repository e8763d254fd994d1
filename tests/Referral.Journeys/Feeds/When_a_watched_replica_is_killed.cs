using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Journeys.Secrecy;
using Referral.Network.Postgres;
using Referral.Network.Processes;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Feeds;

/// <summary>
/// A desk watches at one of two processes of a gateway; that process is killed (kill -9) while officers write
/// at both; the desk comes back at the other with the last token it has. All persons are invented.
/// </summary>
[Collection(Alone.Name)]
public sealed class When_a_watched_replica_is_killed
{
    private const int Cases = 120;
    private const int KilledAfter = 30;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task each_event_comes_once_and_in_the_order_that_the_other_tells()
    {
        Assert.SkipWhen(PostgresNode.WhyNot is not null, PostgresNode.WhyNot ?? "");
        using var limit = new CancellationTokenSource(Limit);
        await using var twice = await TwoReplicas.Start();
        var begin = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(-1));
        var made = new ConcurrentBag<string>();
        var writing = Task.WhenAll(
            Enumerable.Range(0, 4).Select(lane => Write(twice, lane, made, limit.Token)));
        var seen = new List<CaseMoved>();

        await Watch(twice, twice.First, new() { From = begin }, seen, limit.Token, async () =>
        {
            if (seen.Count == KilledAfter) await twice.First.Kill();
        });

        // Its process is gone and the stream with it; what was read from a dead socket counts.
        seen.Count.ShouldBeInRange(KilledAfter, Cases - 1);
        var token = seen[^1].Status.ResumeToken;
        await Watch(twice, twice.Second, new() { ResumeToken = token }, seen, limit.Token);
        await writing;

        var told = new List<CaseMoved>();
        await Watch(twice, twice.Second, new() { From = begin }, told, limit.Token);
        seen.Select(one => one.CaseName).ShouldBe(made, ignoreOrder: true);
        seen.Select(one => one.Status.EventId).ShouldBe(told.Select(one => one.Status.EventId));
    }

    // Until all cases have been told, or the stream breaks.
    private static async Task Watch(
        TwoReplicas twice, GatewayProcess at, WatchCasesRequest request, List<CaseMoved> into,
        CancellationToken limit, Func<Task>? each = null)
    {
        using var channel = twice.Door(at);
        using var stream = new Contracts.Desk.Feeds.FeedsClient(channel).WatchCases(
            request, twice.As("TH-HOME", "DO").WithCancellationToken(limit));
        try
        {
            while (into.Count < Cases && await stream.ResponseStream.MoveNext(limit))
            {
                into.Add(stream.ResponseStream.Current);
                if (each is not null) await each();
            }
        }
        catch (RpcException broken) when (broken.StatusCode != StatusCode.Cancelled)
        {
            var said = $"after {into.Count} events: {broken.StatusCode}";
            TestContext.Current.TestOutputHelper?.WriteLine(said);
        }
    }

    // One case after the other, at one door or, once that is gone, at the other with the same command id.
    private static async Task Write(
        TwoReplicas twice, int lane, ConcurrentBag<string> made, CancellationToken limit)
    {
        using var first = twice.Door(twice.First);
        using var second = twice.Door(twice.Second);
        var doors = new[] { first, second };
        for (var number = 0; number < Cases / 4; number++)
        {
            var request = new CreateCaseRequest { CommandId = Guid.NewGuid().ToString(), Origin = "LA" };
            for (var time = lane; ; time++)
                try
                {
                    var view = await new Contracts.Desk.Cases.CasesClient(doors[time % 2]).CreateCaseAsync(
                        request, twice.As("TH-WELFARE", "CM").WithCancellationToken(limit));
                    made.Add(view.Name);
                    break;
                }
                catch (RpcException no) when (no.StatusCode is StatusCode.Unavailable or StatusCode.Internal)
                {
                    // It may have been done: the other process knows by the id.
                }
        }
    }
}
