using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Referral.Contracts.Desk;
using Referral.Gateway;
using Referral.Gateway.Access;
using Referral.Gateway.Border.Carriers;
using Referral.Network;
using Referral.Network.Containers;
using Referral.Network.Processes;
using Shouldly;
using Xunit;

namespace Referral.Journeys.BadInput;

/// <summary>A gateway as a process whose memory is looked at. Its letterboxes are away.</summary>
public sealed class MeasuredGateway : IAsyncLifetime
{
    internal const int ConnectionsMax = 400;

    private const long MostKilobytes = 50 * 1024;

    private const string Country = "TH";

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-badly-").FullName;
    private GatewayProcess? _process;
    private long _ordinary;

    internal Uri Door => _process!.Running.Door;

    public async ValueTask InitializeAsync()
    {
        Founding.Found(_folder, Members.All, TimeProvider.System);
        var ports = FreePorts.Take(3);
        Letterbox Away(string country) => new(country, $"amqp://127.0.0.1:{ports[2]}/", "away");
        _process = new(Members.Of(Country), new GatewaySettings
        {
            DataFolder = Members.DataFolder(_folder, Country), GrpcPort = ports[0], PagesPort = ports[1],
            PracticeTokens = true,
            Door = new DoorSettings
            {
                CallSeconds = 5, SilentSeconds = 1, ConnectionsMax = ConnectionsMax,
            },
            Rabbit = new(Away(Country), [.. Members.Codes.Where(c => c != Country).Select(Away)],
                new Dictionary<string, string>()),
        });
        await _process.Start(CancellationToken.None);

        // Ordinary work first: what the program itself takes is not what is asked.
        using var channel = Channel();
        var (door, seat) = (new Cases.CasesClient(channel), As);
        await Parallel.ForAsync(0, 3000, new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (_, _) => await door.ListTrayAsync(new(), seat));
        _ordinary = Kilobytes("VmRSS");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal string Token() => OfficerTokens.Issue(Members.DataFolder(_folder, Country),
        TimeSpan.FromHours(1), Country, "invented.bad", "TH-WELFARE", "CM");

    internal CallOptions As => new(
        new Metadata { { "authorization", $"Bearer {Token()}" } }, DateTime.UtcNow.AddSeconds(60));

    internal GrpcChannel Channel(Uri? door = null) => GrpcChannel.ForAddress(door ?? Door, new()
    {
        HttpHandler = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true },
        DisposeHttpClient = true,
    });

    /// <summary>
    /// What is done badly costs 50 MB more at most while it lasts, and the gateway goes on.
    /// </summary>
    internal async Task Costs(Func<Task> badly)
    {
        var before = await Begin();
        var clock = Stopwatch.StartNew();

        await badly();

        var most = Most - before;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{before / 1024} MB before, {most / 1024} MB more at most, "
            + $"{clock.Elapsed.TotalSeconds:0.0} s");
        await GoesOn();
        most.ShouldBeLessThan(MostKilobytes);
    }

    /// <summary>It answers.</summary>
    internal async Task GoesOn()
    {
        using var channel = Channel();
        await new Cases.CasesClient(channel).ListTrayAsync(new(), As);
    }

    /// <summary>
    /// Forgets the most that was held before. A process that has just given memory back may take again what
    /// its ordinary work took.
    /// </summary>
    private async Task<long> Begin()
    {
        await File.WriteAllTextAsync($"/proc/{_process!.Id}/clear_refs", "5");
        return Math.Max(Kilobytes("VmRSS"), _ordinary);
    }

    private long Most => Kilobytes("VmHWM");

    /// <summary>Connections that its door holds, as the system has it (Linux).</summary>
    internal int Connections()
    {
        const string established = "01";
        var door = $":{Door.Port:X4}";
        return File.ReadLines("/proc/net/tcp")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(row => row[1].EndsWith(door, StringComparison.Ordinal) && row[3] == established);
    }

    private long Kilobytes(string name) => long.Parse(File.ReadLines($"/proc/{_process!.Id}/status")
        .Single(line => line.StartsWith($"{name}:", StringComparison.Ordinal)).Split(' ', '\t')
        .Single(part => part.Length > 0 && part.All(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
