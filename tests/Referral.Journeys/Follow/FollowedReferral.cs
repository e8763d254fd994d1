using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Referral.Gateway;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Cases;
using Referral.Network.Play;
using Referral.Network.Rabbit;
using Xunit;
using Trace = Referral.Gateway.Trace;

namespace Referral.Journeys.Follow;

/// <summary>
/// Sample case C1, played once over a real RabbitMQ by four gateways in this process, with an ear on the
/// spans that say which files it passed. Where no server is installed the tests are skipped with the reason.
/// </summary>
public sealed class FollowedReferral : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-follow-").FullName;
    private readonly ConcurrentDictionary<string, int> _touched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GatewayHost> _hosts = new(StringComparer.Ordinal);
    private RabbitNetwork? _rabbit;
    private ActivityListener? _ear;

    internal PlayReport Report { get; private set; } = null!;

    internal CaseFile File { get; } = CaseLibrary.Sample("C1");

    internal SideView Host { get; private set; } = null!;

    internal SideView Origin { get; private set; } = null!;

    /// <summary>Source files that the play passed, from the folder services on.</summary>
    internal IReadOnlyCollection<string> Touched => _touched.Keys.ToList();

    internal static void SkipWithoutServer()
    {
        var server = RabbitNode.Find();
        Assert.SkipWhen(
            server.Script is null && Environment.GetEnvironmentVariable("REFERRAL_RABBITMQ") is null,
            server.Sentence);
    }

    internal IServiceProvider PartsOf(string country) => _hosts[country].Services;

    /// <summary>Looks into the database of one gateway.</summary>
    internal async Task<T> In<T>(string country, Func<GatewayDb, Task<T>> look)
    {
        await using var scope = PartsOf(country).CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GatewayDb>());
    }

    public async ValueTask InitializeAsync()
    {
        var broker = Environment.GetEnvironmentVariable("REFERRAL_RABBITMQ");
        if (RabbitNode.Find().Script is null && broker is null)
            return;
        Listen();
        _rabbit = await RabbitNetwork.Open(
            broker, Path.Combine(_folder, "rabbitmq"), false, Members.Codes, Console.Error.WriteLine,
            CancellationToken.None);
        Founding.Found(_folder, Members.All, TimeProvider.System);
        foreach (var country in Members.All)
            _hosts[country.Code] = await GatewayHost.Start(country, SettingsOf(country), null, Quiet);
        await Play();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await host.DisposeAsync();
        if (_rabbit is not null)
            await _rabbit.DisposeAsync();
        _ear?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Play()
    {
        var running = new RunningNetwork(_folder, [.. _hosts.Values.Select(host => new RunningGateway(
            host.Country, new($"http://127.0.0.1:{host.GrpcPort}"), new($"http://127.0.0.1:{host.PagesPort}"),
            Members.DataFolder(_folder, host.Country.Code)))]);
        using var play = new CasePlay(File, running, new());
        Report = await play.Run();
        if (await play.Look() is ({ } host, { } origin))
            (Host, Origin) = (host, origin);
    }

    private GatewaySettings SettingsOf(Country country) => new()
    {
        DataFolder = Members.DataFolder(_folder, country.Code),
        PracticeTokens = true,
        CheckpointSeconds = 1,
        ResendSeconds = 2,
        Rabbit = _rabbit!.Letterboxes.For(country.Code),
    };

    private void Listen()
    {
        _ear = new()
        {
            ShouldListenTo = source => source.Name == Trace.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.GetTagItem(Trace.FileTag) is string file)
                    _touched.AddOrUpdate(file, 1, (_, times) => times + 1);
            },
        };
        ActivitySource.AddActivityListener(_ear);
    }

    private static void Quiet(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.None);
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneReferral : ICollectionFixture<FollowedReferral>
{
    public const string Name = "one referral";
}
