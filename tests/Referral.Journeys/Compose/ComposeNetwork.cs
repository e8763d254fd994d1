using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Referral.Journeys.Servers;
using Referral.Network;
using Referral.Network.Containers;
using Referral.Network.Rabbit;

namespace Referral.Journeys.Compose;

/// <summary>
/// One founded network under docker-compose.yml, with a project name, ports and an image of its own.
/// </summary>
internal sealed class ComposeNetwork : IAsyncDisposable
{
    private const string Upstream = "mcr.microsoft.com/dotnet/aspnet:10.0.12";
    private static readonly TimeSpan HealthLimit = TimeSpan.FromMinutes(4);

    private readonly string _temporary = Directory.CreateTempSubdirectory("referral-compose-").FullName;
    private readonly string[] _compose;
    private readonly Dictionary<string, string> _environment;
    private readonly ConcurrentDictionary<string, string> _ids = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private ComposeNetwork(string[] compose)
    {
        _compose = compose;
        var image = TestServers.Image("REFERRAL_DOTNET_IMAGE", Upstream);
        _environment = new()
        {
            ["COMPOSE_PROJECT_NAME"] = Project,
            ["REFERRAL_BUILD_CONTEXT"] = Path.Combine(_temporary, "context"),
            ["REFERRAL_DOTNET_IMAGE"] = image,
            // Nothing is compiled in the image: its first part needs a shell and no more.
            ["REFERRAL_SDK_IMAGE"] = image,
            ["REFERRAL_GATEWAY_IMAGE"] = Project,
        };
    }

    public string Project { get; } = $"referral-test-{Guid.NewGuid():N}"[..24];

    public string Folder => Path.Combine(_temporary, "network");

    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    /// <summary>Why there is none here; null where an engine and compose answer.</summary>
    public static async Task<string?> WhyNot() => TestServers.WhyNoContainers
        ?? (await Compose() is null ? "docker-compose is not installed, neither 1.29 nor v2." : null);

    /// <summary>Founds it and builds its image.</summary>
    public static async Task<ComposeNetwork> Found()
    {
        var network = new ComposeNetwork((await Compose())!);
        var ports = NodePorts.Free();
        ContainerFounding.Found(network.Folder, new ContainerWishes
        {
            // Four follow each other; the gaps between the free ports found are far larger.
            FirstGrpcPort = ports.Amqp, FirstPagesPort = ports.Management,
        });
        var built = AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "Referral.Journeys"), Path.Combine("services", "Cli"));
        await Commands.Run(network._environment, Path.Combine(Root, "deploy/images/from-published"),
            network._environment["REFERRAL_BUILD_CONTEXT"], built);
        network.Took("founded");
        return network;
    }

    public Task<string> Do(params string[] arguments) => Commands.Run(_environment, _compose[0],
        [.. _compose[1..], "-f", Path.Combine(Root, "docker-compose.yml"),
            "--env-file", Path.Combine(Folder, "compose.env"), .. arguments]);

    public Task<string> Docker(params string[] arguments) => Commands.Run(_environment, "docker", arguments);

    /// <summary>Its container; the same after a restart, so compose is asked once.</summary>
    public async Task<string> IdOf(string service) =>
        _ids.TryGetValue(service, out var id) ? id : _ids[service] = (await Do("ps", "-q", service)).Trim();

    /// <summary>Runs a program in a running container.</summary>
    public async Task<string> In(string service, params string[] command) =>
        await Docker(["exec", await IdOf(service), .. command]);

    public async Task<string> Inspect(string service, string form) =>
        (await Docker("inspect", "--format", form, await IdOf(service))).Trim();

    /// <summary>Waits until each says that it is healthy.</summary>
    public async Task Healthy(params string[] services)
    {
        var end = _watch.Elapsed + HealthLimit;
        foreach (var service in services)
        {
            while (await Inspect(service, "{{.State.Health.Status}}") != "healthy")
            {
                if (_watch.Elapsed > end)
                    throw new InvalidOperationException($"{service} is not healthy: "
                        + await Docker("logs", "--tail", "20", await IdOf(service)));
                await Task.Delay(TimeSpan.FromMilliseconds(300));
            }
        }
    }

    /// <summary>
    /// Kills the first process of a container from outside (kill -9): unlike `docker kill`, that is a death
    /// of its own to the engine, and its restart policy counts.
    /// </summary>
    public async Task Kill(string service)
    {
        var id = int.Parse(await Inspect(service, "{{.State.Pid}}"), CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    /// <summary>Says how long a part took.</summary>
    public void Took(string part)
    {
        Console.Error.WriteLine(FormattableString.Invariant(
            $"Compose: {part} in {_watch.Elapsed.TotalSeconds:0.0} s."));
        _watch.Restart();
    }

    public async ValueTask DisposeAsync()
    {
        await Do("down", "--volumes", "--timeout", "5");
        await Commands.Try(_environment, "docker", "rmi", "--force", Project);
        Directory.Delete(_temporary, recursive: true);
    }

    private static async Task<string[]?> Compose() =>
        await Commands.Answers("docker-compose", "version") ? ["docker-compose"]
        : await Commands.Answers("docker", "compose", "version") ? ["docker", "compose"] : null;

    private static string RootAbove(string folder) =>
        File.Exists(Path.Combine(folder, "Referral.sln")) ? folder
            : RootAbove(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
