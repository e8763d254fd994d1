using System.Diagnostics;
using System.Net.Sockets;

namespace Referral.Network.Rabbit;

/// A private RabbitMQ node of this process: own name, cookie, folder and free ports, on 127.0.0.1 alone. It
/// ends with this process. Killed and started again it finds its data and keeps its ports. One user at a
/// time.
internal sealed class RabbitNode : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly NodeFolder _folder;
    private readonly NodePorts _ports;
    private readonly string _script;
    private readonly Action<string> _progress;
    private Process? _guard;

    private RabbitNode(string script, string folder, NodeWishes wishes, Action<string> progress)
    {
        _script = script;
        _progress = progress;
        _folder = new NodeFolder(folder);
        _ports = NodePorts.Free();
        NodeSettings.Write(_folder, _ports, wishes);
        Management = new Uri($"http://{NodeSettings.Administrator}:{_folder.AdministratorPassword()}"
            + $"@127.0.0.1:{_ports.Management}");
    }

    /// Management address with the administrator's password: never to be logged.
    public Uri Management { get; }

    public int Port => _ports.Amqp;

    /// Where the files of a node with TLS lie.
    public string Certificates => _folder.In(NodeSettings.Certificates);

    /// Process id of the broker itself; null while it is not running.
    public int? BrokerId => _folder.ProcessId("broker.pid");

    /// Time from start to ready, of the last start.
    public TimeSpan StartTook { get; private set; }

    /// Whether a server is installed, and if not, how to get one.
    public static RabbitServer Find() => RabbitServer.Find();

    /// Starts a node on this folder and returns when it serves. Refuses: REF-3101, REF-3105 (after two
    /// minutes), REF-3108. `progress` gets a line for the person who waits.
    public static Task<RabbitNode> Start(
        string folder, Action<string> progress, CancellationToken cancellation) =>
        Start(folder, NodeWishes.None, progress, cancellation);

    /// The same, with wishes.
    public static async Task<RabbitNode> Start(string folder, NodeWishes wishes, Action<string> progress,
        CancellationToken cancellation)
    {
        var server = Find();
        if (server.Script is null)
            throw new RabbitFault("REF-3101", server.Sentence["REF-3101 ".Length..]);
        var node = new RabbitNode(server.Script, folder, wishes, progress);
        try
        {
            await node.Start(cancellation).ConfigureAwait(false);
            return node;
        }
        catch
        {
            await node.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// Starts it again on the same folder and ports, after Kill or Stop.
    public async Task Start(CancellationToken cancellation)
    {
        await Stop().ConfigureAwait(false);
        await _folder.EndLeftOver().ConfigureAwait(false);
        _progress($"RabbitMQ: starting a private node in {_folder.Root}");
        var watch = Stopwatch.StartNew();
        _guard = Process.Start(GuardStart())
            ?? throw new RabbitFault("REF-3105", "The shell that guards the private node did not start.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StartLimit);
        await Ready(patience.Token, cancellation).ConfigureAwait(false);
        StartTook = watch.Elapsed;
        _progress(FormattableString.Invariant(
            $"RabbitMQ: ready on 127.0.0.1:{Port} after {StartTook.TotalSeconds:0.0} s"));
    }

    /// Kills the broker as a power cut would (kill -9). Start brings it back.
    public Task Kill() => _folder.Kill("broker.pid");

    /// Ends it and removes all it kept: queues, messages and users are gone. Start brings back an empty
    /// broker with the same ports and administrator.
    public async Task Wipe()
    {
        await Stop().ConfigureAwait(false);
        await _folder.EndLeftOver().ConfigureAwait(false);
        Directory.Delete(_folder.In("data"), recursive: true);
        Directory.CreateDirectory(_folder.In("data"));
    }

    /// Ends broker and name server; waits until both are gone.
    public async Task Stop()
    {
        if (_guard is null)
            return;
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync().ConfigureAwait(false);
        _guard.Dispose();
        _guard = null;
        File.Delete(_folder.In("broker.pid"));
        File.Delete(_folder.In("names.pid"));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop().ConfigureAwait(false);
        _folder.Dispose();
    }

    private ProcessStartInfo GuardStart()
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in new[] { "-c", NodeSettings.Guard, "referral-broker", _script })
            start.ArgumentList.Add(argument);
        foreach (var foreign in start.Environment.Keys.Where(k => k.StartsWith("RABBITMQ_")).ToArray())
            start.Environment.Remove(foreign);
        foreach (var (name, value) in NodeSettings.Environment(_folder, _ports))
            start.Environment[name] = value;
        return start;
    }

    private async Task Ready(CancellationToken patience, CancellationToken cancellation)
    {
        using var management = new RabbitManagement(Management);
        while (!(Listens() && await management.Answers(patience).ConfigureAwait(false)))
        {
            var ended = BrokerId is { } id && !Directory.Exists($"/proc/{id}");
            if (ended || patience.IsCancellationRequested)
            {
                cancellation.ThrowIfCancellationRequested();
                throw new RabbitFault("REF-3105", "The private RabbitMQ node "
                    + (ended ? "ended while starting" : $"was not ready after {StartLimit.TotalSeconds} s")
                    + $". Its own words stand in {_folder.In("log/start.log")}.");
            }
            await Task.Delay(200, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private bool Listens()
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
