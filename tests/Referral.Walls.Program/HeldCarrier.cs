using Referral.Contracts;
using Referral.Gateway.Border.Carriers;

namespace Referral.Walls.Program;

/// <summary>
/// The carrier of one country, in the test's hand: on a held line a pouch goes to the test and not to the
/// receiver. It counts as taken when the gate is open, as a broker's confirm would say.
/// </summary>
internal sealed class HeldCarrier(
    string country, ICarrier inner, IReadOnlySet<string> held, Action<SealedPouch> toTheTest) : ICarrier
{
    public Gate Confirms { get; } = new();

    public Task Send(SealedPouch pouch, CancellationToken cancellation)
    {
        if (!held.Contains($"{country}-{pouch.To}")) return inner.Send(pouch, cancellation);
        toTheTest(pouch);
        return Confirms.Open.WaitAsync(cancellation);
    }

    /// <summary>Puts a pouch into a letterbox as this country's user.</summary>
    public Task Put(SealedPouch pouch) => inner.Send(pouch, CancellationToken.None);
}

/// <summary>Open at first; who waits at it goes on when it is opened.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource _open = Opened();

    public Task Open => _open.Task;

    public void Set(bool open)
    {
        if (open) _open.TrySetResult();
        else if (_open.Task.IsCompleted) _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
