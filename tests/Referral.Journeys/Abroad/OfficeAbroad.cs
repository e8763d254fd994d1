using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Referral.Cli.SignIn;
using Referral.Contracts.Desk;
using Referral.Gateway;
using Referral.Gateway.Access;
using Referral.Gateway.Border.Carriers;
using Referral.Journeys.Lines;
using Referral.Network;
using Referral.Network.Certificates;
using Referral.Network.Containers;
using Referral.Network.Embedded;
using Referral.Network.Play;
using Referral.Network.Processes;
using Referral.Network.Soak;
using Referral.Tests.Cli;
using Xunit;

namespace Referral.Journeys.Abroad;

/// <summary>
/// Laos' gateway as a process with TLS, filled while no process ran; its embassy in Bangkok at the far end of
/// a line. Its letterboxes are away: nothing crosses here. All persons are invented.
/// </summary>
public sealed class OfficeAbroad : IAsyncLifetime
{
    internal const string Home = "LA";
    internal const string Embassy = "LA-EMB-TH";
    private const int Cases = 50;

    private static readonly string[] Tasks =
        ["ACKNOWLEDGE", "ANSWER_QUESTION", "READ_ANSWER", "RELEASE_LETTER"];

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-abroad-").FullName;
    private readonly HttpClient _pages = new(new SocketsHttpHandler { UseProxy = false });
    private GatewayProcess? _gateway;
    private int _end;
    private int _port;

    internal LongLine Line { get; } = new(new LineShape
    {
        BitsPerSecond = 128_000, Delay = TimeSpan.FromMilliseconds(400), Loss = 0.05,
        RetransmissionTimeout = TimeSpan.FromSeconds(1.2), WindowBytes = 64 * 1024, Handshake = true,
    }, seed: 7);

    /// <summary>Case with a whole folder, ready for its notice.</summary>
    internal string Case { get; private set; } = "";

    internal CommandProcess Command => new(Path.Combine(_folder, "home"));

    internal string Root => Path.Combine(_folder, "tls", PracticeAuthority.RootFile);

    /// <summary>Certificate and key of a police system that the gateway knows.</summary>
    internal string Police => Path.Combine(_folder, "tls", "police-system.pem");

    /// <summary>The gateway's address at the far end of the line.</summary>
    internal string Address => $"https://localhost:{_end}";

    private string DataFolder => Members.DataFolder(_folder, Home);

    public async ValueTask InitializeAsync()
    {
        await Fill();
        var ports = FreePorts.Take(3);
        using var authority = PracticeAuthority.In(
            Path.Combine(_folder, "tls"), DateTimeOffset.UtcNow, TimeSpan.FromDays(1));
        authority.SignBroker(["localhost"]);
        authority.SignUser("police");
        OwnerOnlyFile.Write(Police, [.. await File.ReadAllBytesAsync(authority.CertificateOf("police")),
            .. await File.ReadAllBytesAsync(authority.KeyOf("police"))]);
        using var police = X509CertificateLoader.LoadCertificateFromFile(authority.CertificateOf("police"));
        var server = Path.Combine(_folder, "tls", "server.p12");
        using var shown = X509Certificate2.CreateFromPemFile(
            authority.CertificateOf("broker"), authority.KeyOf("broker"));
        OwnerOnlyFile.Write(server, shown.Export(X509ContentType.Pkcs12));
        Letterbox Away(string country) => new(country, $"amqp://127.0.0.1:{ports[2]}/", "away");
        _gateway = new(Members.Of(Home), new GatewaySettings
        {
            DataFolder = DataFolder, GrpcPort = ports[0], PagesPort = ports[1], PracticeTokens = true,
            Rabbit = new(Away(Home), [.. Members.Codes.Where(c => c != Home).Select(Away)],
                new Dictionary<string, string>()),
            Door = new DoorSettings
            {
                Tls = new()
                {
                    CertificateFile = server, AuthoritiesFile = Root,
                    Systems = [new(police.GetCertHashString(HashAlgorithmName.SHA256), "invented.system",
                        "LA-POLICE", ["ID"])],
                },
            },
        });
        await _gateway.Start(CancellationToken.None);
        _port = ports[0];
        _end = Line.End(_port, serverIsInside: true);
        Line.ComeBackSlow();
    }

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        if (_gateway is not null) await _gateway.DisposeAsync();
        _pages.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Words of the command, over the line, as an officer with a token in a file.</summary>
    internal string[] Over(string post, string role, params string[] words)
    {
        var file = Path.Combine(_folder, $"{post}.{role}.token");
        OwnerOnlyFile.Write(file, System.Text.Encoding.ASCII.GetBytes(Token(post, role)));
        return [.. words, "--address", Address, "--authority", Root, "--token-file", file,
            "--language", "lo"];
    }

    /// <summary>Asks the gateway without the line, packed or not.</summary>
    internal GrpcChannel Channel(bool overTheLine = false, bool packed = true) => GrpcChannel.ForAddress(
        $"https://localhost:{(overTheLine ? _end : _port)}", new()
        {
            HttpHandler = Cli.SignIn.Lines.To(new Uri($"https://localhost:{_port}"), Root),
            DisposeHttpClient = true, CompressionProviders = packed ? null : [],
        });

    internal CallOptions As(string post, string role) => new(
        new Metadata { { "authorization", $"Bearer {Token(post, role)}" }, { "accept-language", "lo" } },
        DateTime.UtcNow.AddSeconds(60));

    /// <summary>Calls of a kind that the gateway has dealt with; of all kinds for null.</summary>
    internal async Task<int> Calls(string? call = null)
    {
        const string count = "http_server_request_duration_seconds_count{", of = "/referral.desk.v1.";
        var lines = await _pages.GetStringAsync(new Uri(_gateway!.Running.Pages, "/metrics"));
        return lines.Split('\n').Where(line => line.StartsWith(count, StringComparison.Ordinal)
                && line.Contains(of, StringComparison.Ordinal)
                && (call is null || line.Contains($"/{call}\"", StringComparison.Ordinal)))
            .Sum(line => int.Parse(
                line[(line.LastIndexOf("} ", StringComparison.Ordinal) + 2)..].Split(' ')[0],
                CultureInfo.InvariantCulture));
    }

    /// <summary>Until the gateway has done one more of them.</summary>
    internal async Task Until(string call, int before)
    {
        for (var time = 0; time < 600; time++, await Task.Delay(100))
            if (await Calls(call) > before) return;
        Assert.Fail($"Never asked: {call}");
    }

    private string Token(string post, string role) => OfficerTokens.Issue(
        DataFolder, TimeSpan.FromHours(2), Home, $"invented.{role}", post, role);

    private async Task Fill()
    {
        await using var network = await EmbeddedNetwork.Start(_folder, new NetworkSettings());
        var whole = new Pair(Home, "TH").Opening();
        var ready = whole with { Events = [.. whole.Events.TakeWhile(one => one.Event != "NoticeReleased")] };
        using (var play = new CasePlay(ready, network.Running, new()))
        {
            var report = await play.Run();
            Assert.Empty(report.Problems);
            Assert.Empty(report.Refusals);
        }

        using var channel = GrpcChannel.ForAddress(network.Running.Of(Home).Door);
        var door = new Cases.CasesClient(channel);
        for (var number = 1; number < Cases; number++)
            await door.CreateCaseAsync(new()
            {
                CommandId = Guid.NewGuid().ToString(), Origin = "TH",
                Head = new() { EntryType = "RESCUE", NationalReference = $"INVENTED-{number}" },
            }, As("LA-WELFARE", "CM"));
        await network.HostOf(Home).Services.GetRequiredService<Steps>().Always(step =>
        {
            var rows = step.Db.Cases.OrderBy(row => row.LocalNumber).ToList();
            Case = rows[0].LocalNumber;
            for (var at = 0; at < rows.Count; at++)
                step.OpenTask(rows[at], Tasks[at % Tasks.Length], Embassy, dueOn: "2026-12-24");
            return Task.FromResult(0);
        });
    }
}
