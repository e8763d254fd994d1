using System.Net;
using System.Net.Sockets;

namespace Referral.Journeys.Walls;

/// <summary>
/// A TCP relay to the broker that can hold what flows one way: towards the broker, and no acknowledgement of
/// the client arrives; or from it, and no confirm does.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _turn = new();
    private readonly List<TcpClient> _open = [];
    private readonly int _target;
    private readonly Task _accepting;

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Accept();
    }

    public int Port { get; }

    public Valve ToBroker { get; } = new();

    public Valve FromBroker { get; } = new();

    /// <summary>Ends every connection; what is held is lost, as with a cable that is pulled.</summary>
    public void Cut()
    {
        lock (_turn)
        {
            _open.ForEach(one => one.Dispose());
            _open.Clear();
        }
        ToBroker.Set(true);
        FromBroker.Set(true);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                var broker = new TcpClient();
                lock (_turn) _open.AddRange([client, broker]);
                await broker.ConnectAsync(IPAddress.Loopback, _target, _stopping.Token);
                _ = Pump(client, broker, ToBroker);
                _ = Pump(broker, client, FromBroker);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private static async Task Pump(TcpClient from, TcpClient to, Valve valve)
    {
        try
        {
            var (source, target) = (from.GetStream(), to.GetStream());
            var bytes = new byte[64 * 1024];
            for (int count; (count = await source.ReadAsync(bytes)) > 0;)
            {
                await valve.Passing;
                await target.WriteAsync(bytes.AsMemory(0, count));
            }
        }
        catch (Exception end)
            when (end is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone; the other learns it here.
        }
        from.Dispose();
        to.Dispose();
    }
}

/// <summary>Lets bytes pass or holds them.</summary>
internal sealed class Valve
{
    private volatile TaskCompletionSource _passing = Passed();

    public Task Passing => _passing.Task;

    public void Set(bool pass)
    {
        if (pass) _passing.TrySetResult();
        else if (_passing.Task.IsCompleted)
            _passing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static TaskCompletionSource Passed()
    {
        var passed = new TaskCompletionSource();
        passed.SetResult();
        return passed;
    }
}
