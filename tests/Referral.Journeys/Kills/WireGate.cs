namespace Referral.Journeys.Kills;

/// <summary>
/// Everything between one gateway and its servers goes through here, one message at a time. At the point that
/// is set the gateway is killed, and nothing more of that gateway passes, neither way.
/// </summary>
internal sealed class WireGate(Func<Task> kill) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<WireEvent, int> _seen = [];
    private TaskCompletionSource<KillPoint> _killed = new();
    private KillPoint? _point;

    /// <summary>Grows with each kill: connections of before pass nothing more.</summary>
    public int Life { get; private set; }

    /// <summary>Events since it was told to count.</summary>
    public IReadOnlyDictionary<WireEvent, int> Seen => new Dictionary<WireEvent, int>(_seen);

    /// <summary>Events in all, for seeing whether anything happens.</summary>
    public int Events { get; private set; }

    /// <summary>Counts anew, and kills at this point; null for counting alone.</summary>
    public Task<KillPoint> Set(KillPoint? point)
    {
        _seen.Clear();
        _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _point = point;
        return _killed.Task;
    }

    /// <summary>False where it did not pass.</summary>
    public async Task<bool> Pass(WireMessage message, Stream target, int life)
    {
        await _turn.WaitAsync();
        try
        {
            if (life != Life) return false;
            var at = message.What is { } what && IsAt(what);
            if (!at || _point!.Passed) await target.WriteAsync(message.Bytes);
            if (!at) return true;
            var point = _point!;
            _point = null;
            Life++;
            await kill();
            _killed.SetResult(point);
            return point.Passed;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private bool IsAt(WireEvent what)
    {
        Events++;
        _seen[what] = _seen.GetValueOrDefault(what) + 1;
        return _point is { } point && point.What == what && point.Occurrence == _seen[what];
    }
}
