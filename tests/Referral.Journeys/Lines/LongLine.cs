using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Referral.Journeys.Lines;

/// <summary>
/// A country's line to the world, with an end for each server that is reached over it. Cut off, nobody
/// reaches anything; bare, bytes pass as they come; slow, they pass as the shape of the line has it;
/// silent, nothing arrives and nobody is told.
/// </summary>
internal sealed class LongLine : IAsyncDisposable
{
    private const int SynBytes = 60;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<(TcpListener Listener, Task Accepting)> _ends = [];
    private readonly List<TcpClient> _open = [];
    private readonly Lock _turn = new();
    private volatile bool _slow;
    private volatile bool _cut;
    private volatile bool _silent;
    private long _answersLate;
    private int _refused;
    private int _opened;
    private long _openedAt;
    private long _deliveredAt;

    public LongLine(LineShape shape, int seed)
    {
        (Into, OutOf) = (new(shape, new Random(seed)), new(shape, new Random(seed + 1)));
    }

    /// <summary>Into the country.</summary>
    public LineWay Into { get; }

    /// <summary>Out of the country.</summary>
    public LineWay OutOf { get; }

    /// <summary>Connections that were tried while it was cut.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Connections that were made.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>From the newest connection's beginning to the last byte that arrived.</summary>
    public TimeSpan Took =>
        TimeSpan.FromTicks(Interlocked.Read(ref _deliveredAt) - Interlocked.Read(ref _openedAt));

    /// <summary>Port of a new end.</summary>
    /// <param name="target">Port of the server beyond it.</param>
    /// <param name="serverIsInside">Whether the server stands in the country, its client abroad.</param>
    public int End(int target, bool serverIsInside)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (asked, answered) = serverIsInside ? (Into, OutOf) : (OutOf, Into);
        _ends.Add((listener, Accept(listener, target, asked, answered)));
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// Answers take so much longer, until it comes back: time to cut the line while one is under way.
    /// </summary>
    public void DelayAnswers(TimeSpan by) => Interlocked.Exchange(ref _answersLate, by.Ticks);

    /// <summary>Nothing arrives any more and no connection is told, until it is cut and comes back.</summary>
    public void FallSilent() => _silent = true;

    public void CutOff()
    {
        _cut = true;
        lock (_turn)
        {
            _open.ForEach(one => one.Dispose());
            _open.Clear();
        }
    }

    /// <summary>It is there again, slow; counting begins.</summary>
    public void ComeBackSlow()
    {
        Into.Reset();
        OutOf.Reset();
        DelayAnswers(TimeSpan.Zero);
        (_slow, _cut, _silent) = (true, false, false);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        CutOff();
        foreach (var (listener, accepting) in _ends)
        {
            listener.Stop();
            await accepting;
        }
        _stopping.Dispose();
    }

    private async Task Accept(TcpListener listener, int target, LineWay asked, LineWay answered)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_stopping.Token);
                if (_cut)
                {
                    Interlocked.Increment(ref _refused);
                    client.Dispose();
                    continue;
                }
                var server = new TcpClient { NoDelay = true };
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, target, _stopping.Token);
                lock (_turn) _open.AddRange([client, server]);
                Interlocked.Increment(ref _opened);
                Interlocked.Exchange(ref _openedAt, _clock.Elapsed.Ticks);
                var opens = _slow && asked.Shape.Handshake
                    ? asked.Put(SynBytes, _clock.Elapsed) + answered.Shape.Delay : TimeSpan.Zero;
                _ = Carry(client, server, (asked, Answers: false), opens);
                _ = Carry(server, client, (answered, Answers: true), opens);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task Carry(
        TcpClient from, TcpClient to, (LineWay Way, bool Answers) direction, TimeSpan opens)
    {
        var way = direction.Way;
        var under = Channel.CreateUnbounded<(byte[] Bytes, TimeSpan Arrives)>();
        var delivering = Deliver(under.Reader, to);
        var window = new LineWindow(way.Shape.WindowBytes);
        try
        {
            await At(opens);
            var (last, segment) = (TimeSpan.Zero, new byte[way.Shape.SegmentBytes]);
            for (int count; (count = await from.GetStream().ReadAsync(segment, _stopping.Token)) > 0;)
            {
                if (_silent) continue;
                while (_slow && window.WaitsUntil(count, _clock.Elapsed) is { } until) await At(until);
                var arrives = _slow ? way.Put(count, _clock.Elapsed) : TimeSpan.Zero;
                if (direction.Answers) arrives += TimeSpan.FromTicks(Interlocked.Read(ref _answersLate));
                last = arrives > last ? arrives : last;
                window.Add(count, last + way.Shape.Delay);
                under.Writer.TryWrite((segment[..count], last));
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException
            or InvalidOperationException or OperationCanceledException)
        {
            // One end is gone; the other learns it when all has arrived.
        }
        under.Writer.Complete();
        await delivering;
        from.Dispose();
        to.Dispose();
    }

    private async Task Deliver(ChannelReader<(byte[] Bytes, TimeSpan Arrives)> under, TcpClient to)
    {
        try
        {
            await foreach (var (bytes, arrives) in under.ReadAllAsync(_stopping.Token))
            {
                await At(arrives);
                await to.GetStream().WriteAsync(bytes, _stopping.Token);
                Interlocked.Exchange(ref _deliveredAt, _clock.Elapsed.Ticks);
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException
            or InvalidOperationException or OperationCanceledException)
        {
            // What is under way is lost, as on any line whose end is gone.
        }
    }

    private Task At(TimeSpan moment)
    {
        var wait = moment - _clock.Elapsed;
        return wait > TimeSpan.Zero ? Task.Delay(wait, _stopping.Token) : Task.CompletedTask;
    }
}
