using System.Net;
using System.Net.Sockets;

namespace Referral.Journeys.Kills;

/// <summary>
/// Stands between a gateway and one server, and reads the protocol. What the server was sent it gets to its
/// end, also when the gateway is dead: the relay shuts its own half and hears the server out.
/// </summary>
internal sealed class WireRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly WireGate _gate;
    private readonly Func<IWire> _wire;
    private readonly Task _accepting;

    public WireRelay(int target, WireGate gate, Func<IWire> wire)
    {
        (_gate, _wire) = (gate, wire);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Accept(target);
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task Accept(int target)
    {
        try
        {
            while (true)
            {
                var gateway = await _listener.AcceptTcpClientAsync(_stopping.Token);
                gateway.NoDelay = true;
                _ = Join(gateway, target);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task Join(TcpClient gateway, int target)
    {
        var (life, wire) = (_gate.Life, _wire());
        using var server = new TcpClient { NoDelay = true };
        using (gateway)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target);
                await Task.WhenAll(
                    Pump(gateway, server, bytes => wire.FromGateway(bytes), life),
                    Pump(server, gateway, bytes => wire.FromServer(bytes), life));
            }
            catch (SocketException)
            {
                // The server is away; the gateway learns it by the end of this connection.
            }
        }
    }

    private async Task Pump(
        TcpClient from, TcpClient to, Func<ReadOnlySpan<byte>, IReadOnlyList<WireMessage>> read, int life)
    {
        try
        {
            var bytes = new byte[64 * 1024];
            for (int count; (count = await from.GetStream().ReadAsync(bytes, _stopping.Token)) > 0;)
                foreach (var message in read(bytes.AsSpan(0, count)))
                    await _gate.Pass(message, to.GetStream(), life);
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or InvalidOperationException
            or OperationCanceledException)
        {
            // One end is gone; the other learns it here.
        }
        try
        {
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // It is gone too.
        }
    }
}
