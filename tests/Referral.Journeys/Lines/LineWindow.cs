namespace Referral.Journeys.Lines;

/// <summary>Bytes of one direction of a connection that are under way unacknowledged.</summary>
internal sealed class LineWindow(int most)
{
    private readonly Queue<(int Bytes, TimeSpan Acknowledged)> _under = [];
    private int _bytes;

    public void Add(int bytes, TimeSpan acknowledged)
    {
        _under.Enqueue((bytes, acknowledged));
        _bytes += bytes;
    }

    /// <summary>Null where so many bytes more may go now.</summary>
    public TimeSpan? WaitsUntil(int bytes, TimeSpan now)
    {
        while (_under.TryPeek(out var first) && first.Acknowledged <= now)
            _bytes -= _under.Dequeue().Bytes;
        return _bytes + bytes <= most ? null : _under.Peek().Acknowledged;
    }
}
