using System.Diagnostics;
using System.Text.Json;
using Referral.Gateway;

namespace Referral.Network.Processes;

/// <summary>
/// One gateway as a process of its own. It is told to stop by closing its standard input; the system closes
/// that when this process ends, by kill -9 too, so no gateway is left behind.
/// </summary>
/// <param name="country">Whose gateway.</param>
/// <param name="settings">As the process gets them.</param>
/// <param name="second">
/// A second process of a gateway: it shares the data folder, and with it the keys, and has its own settings
/// file and log there.
/// </param>
internal sealed class GatewayProcess(Country country, GatewaySettings settings, bool second = false)
    : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(15);

    // The gateway is on this machine, whatever proxy the environment names.
    private static readonly HttpClient Health =
        new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    private Process? _process;
    private Task _output = Task.CompletedTask;

    public Country Country => country;

    /// <summary>The country's code; with a mark for a second process.</summary>
    public string Name => second ? $"{country.Code}/2" : country.Code;

    public RunningGateway Running { get; } = new(
        country,
        new Uri($"http://127.0.0.1:{settings.GrpcPort}"),
        new Uri($"http://127.0.0.1:{settings.PagesPort}"),
        settings.DataFolder);

    public int? Id => _process is { HasExited: false } ? _process.Id : null;

    /// <summary>A second process of this gateway, on ports of its own; not started.</summary>
    public GatewayProcess Again(int grpcPort, int pagesPort) =>
        new(country, settings with { GrpcPort = grpcPort, PagesPort = pagesPort }, second: true);

    private string Log => Path.Combine(settings.DataFolder, $"gateway{Mark}.log");

    private string Mark => second ? "-2" : "";

    /// <summary>Starts it and returns when it says it is ready.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        var file = Path.Combine(settings.DataFolder, $"settings{Mark}.json");
        OwnerOnlyFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(settings, SettingsJson.Options));
        _process = Process.Start(Command(file))
            ?? throw new NetworkFault($"The gateway of {Name} did not start.");
        _output = Task.WhenAll(Keep(_process.StandardOutput), Keep(_process.StandardError));
        await Ready(_process, cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task Kill()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await Gone().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopLimit);
        try
        {
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
        await Gone().ConfigureAwait(false);
    }

    private ProcessStartInfo Command(string settingsFile) => new(DotNet)
    {
        ArgumentList = { Members.ProgramOf(country.Code), "--settings", settingsFile, "--with-parent" },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    // The very runtime that runs this program; a program with a host of its own has to find one.
    private static string DotNet =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? Environment.ProcessPath!
            : "dotnet";

    private async Task Ready(Process process, CancellationToken cancellation)
    {
        var address = new Uri(Running.Pages, "/health/ready");
        var watch = Stopwatch.StartNew();
        while (!await Answers(address, cancellation).ConfigureAwait(false))
        {
            var end = EndOf(process) ?? (watch.Elapsed > StartLimit
                ? $"was not ready after {StartLimit.TotalSeconds} s" : null);
            if (end is not null)
                throw new NetworkFault($"The gateway of {Name} {end}. Its words stand in {Log}.");
            await Task.Delay(100, cancellation).ConfigureAwait(false);
        }
    }

    private static string? EndOf(Process process)
    {
        try
        {
            return process.HasExited ? $"ended with {process.ExitCode}" : null;
        }
        catch (InvalidOperationException)
        {
            // Killed from here while it started, and let go.
            return "was killed";
        }
    }

    private static async Task<bool> Answers(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Health.GetAsync(address, cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }

    private async Task Keep(StreamReader words)
    {
        using var log = OwnerOnlyFile.Append(Log);
        while (await words.ReadLineAsync().ConfigureAwait(false) is { } line)
            await log.WriteLineAsync(line).ConfigureAwait(false);
    }

    private async Task Gone()
    {
        await _process!.WaitForExitAsync().ConfigureAwait(false);
        await _output.ConfigureAwait(false);
        _process.Dispose();
        _process = null;
    }
}
