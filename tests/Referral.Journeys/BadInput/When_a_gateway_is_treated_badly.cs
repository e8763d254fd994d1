using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Journeys.Lines;
using Referral.Journeys.Secrecy;
using Shouldly;
using Xunit;
using static Referral.Journeys.BadInput.RawCalls;

namespace Referral.Journeys.BadInput;

/// <summary>
/// Many bad callers at once, at a gateway that has done its ordinary work: its process takes 50 MB more at
/// most while it lasts, and goes on.
/// </summary>
[Collection(Alone.Name)]
public sealed class When_a_gateway_is_treated_badly(MeasuredGateway gateway) : IClassFixture<MeasuredGateway>
{
    [Fact]
    public Task five_thousand_tiny_calls() => Costs(async () =>
    {
        using var channel = gateway.Channel();
        var (door, seat) = (new Cases.CasesClient(channel), gateway.As);
        await Parallel.ForAsync(0, 5000, new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (_, _) =>
            {
                try
                {
                    await door.ListTrayAsync(new(), seat);
                }
                catch (RpcException no) when (no.StatusCode == StatusCode.ResourceExhausted)
                {
                    // Over the rate of one account: REF-2012.
                }
            });
    });

    [Fact]
    public Task eight_bombs_at_once() => Costs(async () =>
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var megabyte = 0; megabyte < 100; megabyte++)
                await gzip.WriteAsync(new byte[1024 * 1024]);
        await Many(8, () => Send("ListTray", new ByteArrayContent(Frame(packed.ToArray(), 1)), "gzip"));
    });

    [Fact]
    public Task eight_messages_over_the_limit_at_once() => Costs(() =>
        Many(8, () => Send("EditSection", new ByteArrayContent(Frame(new byte[17 * 1024 * 1024], 0)))));

    [Theory]
    [InlineData("EditSection", 24, "REF-2004")]
    [InlineData("PrepareLetter", 24, "REF-2015")]
    [InlineData("ListTray", 64, "REF-2015")]
    public Task messages_near_the_limit_at_once(string call, int count, string no) => Costs(async () =>
    {
        var frame = Frame(LargeQuestion.Of(call), 0);
        var refused = 0;
        await Many(count, async () =>
        {
            while (true)
            {
                var answer = await Send(call, new ByteArrayContent(frame));
                if (answer is not null && Number(answer) is not "REF-2016")
                {
                    Number(answer).ShouldBe(no);
                    return answer;
                }

                answer?.Dispose();
                Interlocked.Increment(ref refused);
                await Task.Delay(100);
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{refused} times told to come again");
        refused.ShouldBeGreaterThan(0);
    });

    [Fact]
    public Task two_hundred_floods_of_headers() => Costs(() => Many(200, () => Send(
        "ListTray", new ByteArrayContent(Frame([], 0)), more: headers =>
        {
            for (var i = 0; i < 60; i++) headers.Add($"x-flood-{i}", new string('a', 1000));
        })));

    [Fact]
    public Task slow_writers_are_ended_and_a_call_beside_them_is_not() => Costs(async () =>
    {
        using var http = Client();
        var clock = Stopwatch.StartNew();
        var slow = Enumerable.Range(0, 90).Select(_ => Send("ListTray", new HalfAMessage(), client: http))
            .ToList();
        using var channel = gateway.Channel();
        await new Cases.CasesClient(channel).ListTrayAsync(new(), gateway.As);
        await Task.WhenAll(slow.Select(async one => await Ended(one)));
        clock.Elapsed.TotalSeconds.ShouldBeInRange(4, 60);
    });

    [Fact]
    public Task readers_who_take_nothing() => Costs(async () =>
    {
        using var http = Client();
        var answers = await Task.WhenAll(Enumerable.Range(0, 90).Select(_ => Send(
            "ListCases", new ByteArrayContent(Frame([], 0)), client: http)));
        await gateway.GoesOn();
        foreach (var answer in answers) answer?.Dispose();
    });

    [Fact]
    public Task three_hundred_watchers_who_vanish() => Costs(async () =>
    {
        var before = gateway.Connections();
        var gone = Enumerable.Range(0, 3).Select(_ => gateway.Channel()).ToList();
        var streams = new List<AsyncServerStreamingCall<CaseMoved>>();
        foreach (var channel in gone)
            for (var number = 0; number < 100; number++)
                streams.Add(new Contracts.Desk.Feeds.FeedsClient(channel).WatchCases(new(), gateway.As));
        await Task.WhenAll(streams.Select(stream => stream.ResponseHeadersAsync));
        gateway.Connections().ShouldBe(before + 3);
        gone.ForEach(channel => channel.Dispose());
        await Until(() => gateway.Connections() <= before, "rid of them");
    });

    [Fact]
    public Task a_hundred_connections_more_than_it_takes() => Costs(async () =>
    {
        using var channel = gateway.Channel();
        var door = new Cases.CasesClient(channel);
        await door.ListTrayAsync(new(), gateway.As);
        var lines = Enumerable.Range(0, MeasuredGateway.ConnectionsMax + 100).Select(_ => new TcpClient())
            .ToList();
        foreach (var line in lines) await line.ConnectAsync(gateway.Door.Host, gateway.Door.Port);

        await Until(() => gateway.Connections() == MeasuredGateway.ConnectionsMax, "down to its limit");
        await door.ListTrayAsync(new(), gateway.As);

        lines.ForEach(line => line.Dispose());
        await Until(() => gateway.Connections() < MeasuredGateway.ConnectionsMax / 2, "rid of them");
    });

    [Fact]
    public async Task one_whose_line_goes_silent_is_found_out()
    {
        await using var line = new LongLine(new LineShape(), seed: 3);
        var end = line.End(gateway.Door.Port, serverIsInside: true);
        var before = gateway.Connections();
        using var channel = gateway.Channel(new Uri($"http://127.0.0.1:{end}"));
        using var stream = new Contracts.Desk.Feeds.FeedsClient(channel).WatchCases(new(), gateway.As);
        await stream.ResponseHeadersAsync;
        gateway.Connections().ShouldBe(before + 1);

        line.FallSilent();

        await Until(() => gateway.Connections() == before, "found out");
    }

    private Task Costs(Func<Task> badly) => gateway.Costs(badly);

    private Task<HttpResponseMessage?> Send(string call, HttpContent body, string? packing = null,
        Action<HttpRequestHeaders>? more = null, HttpClient? client = null) =>
        RawCalls.Send(gateway, call, body, packing, more, client);

    private async Task Many(int count, Func<Task<HttpResponseMessage?>> call) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(async _ => await Ended(call())));

    private static async Task Ended(Task<HttpResponseMessage?> call)
    {
        using var answer = await call;
    }

    private static async Task Until(Func<bool> holds, string what)
    {
        for (var time = 0; time < 600; time++, await Task.Delay(100))
            if (holds()) return;
        Assert.Fail($"Never: {what}");
    }
}
