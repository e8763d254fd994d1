namespace Referral.Journeys.Lines;

/// <summary>
/// A long, narrow, lossy line as TCP shows it: the stream is cut into segments; a lost one takes its place on
/// the line a second time and is late by a retransmission timeout, and what follows it waits for it. So many
/// bytes may be under way unacknowledged. The window is not made smaller by a loss: that is a sender with
/// BBR or the like. One that halves its window at each loss gets about 0.17 Mbit/s out of such a line,
/// whatever runs over it (Mathis, Semke, Mahdavi and Ott 1997: 1.22 x 1,460 bytes / (0.6 s x root of 0.02)).
/// </summary>
internal sealed record LineShape
{
    public double BitsPerSecond { get; init; } = 2_000_000;

    /// <summary>Each way: a round trip takes twice that.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Share of segments that are lost.</summary>
    public double Loss { get; init; } = 0.02;

    /// <summary>RFC 6298, least value.</summary>
    public TimeSpan RetransmissionTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A connection costs a round trip before its first byte. Default: no, for connections that stay.
    /// </summary>
    public bool Handshake { get; init; }

    public int SegmentBytes { get; init; } = 1460;

    public int WindowBytes { get; init; } = 512 * 1024;
}

/// <summary>One direction of a line, shared by all connections on it.</summary>
internal sealed class LineWay(LineShape shape, Random lot)
{
    private readonly Lock _turn = new();
    private TimeSpan _free;
    private long _bytes;
    private long _lost;

    public LineShape Shape => shape;

    /// <summary>Bytes of segments that were put on the line, those that were lost twice.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public long Lost => Interlocked.Read(ref _lost);

    public void Reset()
    {
        Interlocked.Exchange(ref _bytes, 0);
        Interlocked.Exchange(ref _lost, 0);
    }

    /// <summary>When a segment that is put on the line now arrives.</summary>
    public TimeSpan Put(int bytes, TimeSpan now)
    {
        lock (_turn)
        {
            var takes = TimeSpan.FromSeconds(bytes * 8 / shape.BitsPerSecond);
            _free = (_free > now ? _free : now) + takes;
            Interlocked.Add(ref _bytes, bytes);
            var late = TimeSpan.Zero;
            while (lot.NextDouble() < shape.Loss)
            {
                _free += takes;
                late += shape.RetransmissionTimeout;
                Interlocked.Increment(ref _lost);
                Interlocked.Add(ref _bytes, bytes);
            }
            return _free + shape.Delay + late;
        }
    }
}
