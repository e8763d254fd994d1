using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Referral.Benchmarks.Border;
using Referral.Contracts.Desk;

namespace Referral.Benchmarks.Calls;

/// <summary>
/// One run: a gateway as the shipped program on a real PostgreSQL, filled; the empty method in a process of
/// its own; then calls, searches, watchers. The caller is this process and shares the machine with them.
/// </summary>
internal sealed class GrpcBench(GrpcWishes wishes)
{
    private static readonly int[] InFlight = [1, 16, 64];

    public async Task<int> Run()
    {
        await using var servers = await Servers.Start(tls: false);
        await using var gateway = await FullGateway.Start(servers, wishes);
        await using var empty = await EmptyServer.Start();
        using var door = new BenchDoor(gateway.Door, gateway.Token("bench.do", "DO"));
        using var nothing = new BenchDoor(empty.Door, token: null);
        Figures.Row("calls", "calls/s", "p50 ms", "p99 ms", "server us", "database us", "statements");
        for (var round = 0; round <= wishes.Rounds; round++)
        {
            Console.WriteLine(round == 0 ? "warm-up" : $"round {round}");
            foreach (var count in InFlight)
            {
                await Sample("empty method", count, empty.Id, gateway, _ => nothing.Get("-"));
                await Sample("tray, first page of 50", count, gateway.Id, gateway, _ => door.Tray());
                await Sample("case with folder", count, gateway.Id, gateway,
                    lot => door.Get(gateway.Filled.WithFolder(lot)));
                await Sample("list of cases, page of 50", count, gateway.Id, gateway, _ => door.List());
            }
        }

        await Searches(gateway, door);
        await new Watchers(gateway, wishes.Watchers).Run(Math.Max(3, wishes.Rounds));
        return Figures.Done;
    }

    private async Task Searches(FullGateway gateway, BenchDoor door)
    {
        foreach (var (script, names) in gateway.Filled.Asked())
        {
            for (var warm = 0; warm < 2; warm++)
            {
                await Sample($"search, {script}", 1, gateway.Id, gateway,
                    lot => door.Search(names[lot.Next(names.Count)]), silent: warm == 0);
            }
        }
    }

    private async Task Sample(string what, int inFlight, int server, FullGateway gateway,
        Func<Random, Task> call, bool silent = false)
    {
        var (count, next) = (wishes.Calls, 0);
        var took = new double[count];
        var (processor, database) = (ProcessorTime.Of(server), gateway.DatabaseUsed());
        var statements = await gateway.Statements();
        var all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(one => Task.Run(async () =>
        {
            var lot = new Random(one);
            for (int place; (place = Interlocked.Increment(ref next) - 1) < count;)
            {
                var begin = Stopwatch.GetTimestamp();
                await call(lot);
                took[place] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            }
        })));
        var seconds = all.Elapsed.TotalSeconds;
        if (silent) return;
        Array.Sort(took);
        Figures.Row($"{what}, {inFlight} in flight", Figures.Whole(count / seconds),
            Figures.Number(took[count / 2]), Figures.Number(took[(count * 99 / 100)]),
            Figures.Whole((ProcessorTime.Of(server) - processor).TotalMicroseconds / count),
            Figures.Whole((gateway.DatabaseUsed() - database).TotalMicroseconds / count),
            Figures.Number((await gateway.Statements() - statements) / (double)count));
    }
}
