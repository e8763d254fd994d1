using System.Diagnostics;
using Grpc.Core;
using Referral.Contracts.Desk;
using FeedsClient = Referral.Contracts.Desk.Feeds.FeedsClient;

namespace Referral.Benchmarks.Calls;

/// <summary>
/// Many streams at once: what memory they cost the gateway, and the time from a command's sending until each
/// has its event. Half of them watch cases, half the status feed.
/// </summary>
internal sealed class Watchers(FullGateway gateway, int count)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private int _waiting;
    private TaskCompletionSource _told = new();
    private long _begin;
    private double[] _took = [];

    public async Task Run(int rounds)
    {
        using var officer = new BenchDoor(gateway.Door, gateway.Token("bench.watch", "DO"));
        using var tracker = new BenchDoor(gateway.Door, gateway.Token("bench.tk", "TK"));
        using var manager = new BenchDoor(gateway.Door, gateway.Token("bench.cm", "TH-WELFARE", "CM"));
        using var ends = new CancellationTokenSource();
        var before = gateway.Kilobytes();
        var streams = new List<Task>();
        for (var one = 0; one < count; one++)
            streams.Add(one % 2 == 0
                ? await Open(new FeedsClient(officer.Channel).WatchCases(new(), Until(officer, ends.Token)))
                : await Open(
                    new FeedsClient(tracker.Channel).WatchStatus(new(), Until(tracker, ends.Token))));
        Figures.Row($"{count} watchers open, MB more", Megabytes(before));
        for (var round = 0; round <= rounds; round++)
        {
            await Event(manager);
            Figures.Row(round == 0 ? "event to all, ms, first" : "event to all, ms",
                "p50 " + Figures.Number(_took[count / 2]), "last " + Figures.Number(_took[^1]));
        }

        Figures.Row($"{count} watchers after these, MB more", Megabytes(before));
        await ends.CancelAsync();
        await Task.WhenAll(streams);
    }

    private static CallOptions Until(BenchDoor door, CancellationToken ends) =>
        door.Options.WithCancellationToken(ends);

    private string Megabytes(long before) => Figures.Number((gateway.Kilobytes() - before) / 1024.0);

    private async Task Event(BenchDoor manager)
    {
        (_took, _waiting, _told) = (new double[count], count, new());
        _begin = Stopwatch.GetTimestamp();
        await manager.Cases.CreateCaseAsync(
            new() { CommandId = Guid.CreateVersion7().ToString(), Origin = "LA", HappenedOn = "2026-11-20" },
            manager.Options);
        await Task.WhenAny(_told.Task, Task.Delay(Patience));
        if (!_told.Task.IsCompleted)
            throw new TimeoutException($"{_waiting} of {count} watchers have no event after two minutes.");
        Array.Sort(_took);
    }

    private async Task<Task> Open<T>(AsyncServerStreamingCall<T> call)
    {
        await call.ResponseHeadersAsync;
        return Take(call);
    }

    private async Task Take<T>(AsyncServerStreamingCall<T> call)
    {
        try
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                var left = Interlocked.Decrement(ref _waiting);
                if (left < 0) throw new InvalidOperationException("An event came twice.");
                _took[left] = Stopwatch.GetElapsedTime(_begin).TotalMilliseconds;
                if (left == 0) _told.TrySetResult();
            }
        }
        catch (RpcException end) when (end.StatusCode == StatusCode.Cancelled)
        {
            // The run is over.
        }
        finally
        {
            call.Dispose();
        }
    }
}
