using Npgsql;
using Referral.Network;
using Referral.Network.Cases;
using Referral.Network.Containers;
using Referral.Network.Play;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Compose;

/// <summary>docker-compose.yml, for real: real images, real networks, real kill -9.</summary>
[Trait("Servers", "containers")]
[Collection(nameof(OneNetworkOfContainers))]
public sealed class When_the_network_runs_in_containers
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private const string Addresses = "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}";
    private static readonly string[] Codes = [.. Members.Codes.Select(code => code.ToLowerInvariant())];
    private static readonly string[] Gateways = [.. Codes.Select(code => $"gateway-{code}")];

    [Fact]
    public async Task a_case_crosses_it_through_kills_and_nothing_is_left_behind()
    {
        if (await ComposeNetwork.WhyNot() is { } why) Assert.Skip(why);
        await using var network = await ComposeNetwork.Found();
        await network.Do("build");
        network.Took("image built");
        await network.Do("up", "-d");
        network.Took("up: broker and databases healthy, gateways started");
        await network.Healthy(Gateways);
        network.Took("gateways healthy");

        await EachReachesItsOwnAndNoOther(network);
        await SecretsAreFilesAndPortsAreOnLoopback(network);
        await NoDefaultPasswordLetsIn(network);
        await BrokerDoor.TakesCertificatesAlone(network, await AddressOf(network, "broker"), Codes[0]);
        network.Took("looked at networks, secrets, ports, passwords and certificates");

        await TheCaseGoesOnThroughKills(network);
        await JournalsVerify(network);
        network.Took("journals verified");
        await GatewaysStopInOrder(network);
        network.Took("stopped in order");
        await network.Do("down", "--volumes");
        await NothingIsLeft(network);
        network.Took("down");
    }

    private static async Task TheCaseGoesOnThroughKills(ComposeNetwork network)
    {
        var file = CaseLibrary.Sample("C1");
        string[] victims = [$"gateway-{file.Origin.ToLowerInvariant()}", "broker"];
        var killed = false;
        using var play = new CasePlay(file, ContainerNetwork.Of(network.Folder), new PlaySettings
        {
            SettleLimit = Patience,
            Persistence = Patience,
            // The line comes when the letters are written and perhaps on their way.
            Tell = line =>
            {
                if (killed || !line.Contains("NoticeReleased", StringComparison.Ordinal)) return;
                killed = true;
                Task.WhenAll(victims.Select(network.Kill)).GetAwaiter().GetResult();
            },
        });
        var report = await play.Run();

        killed.ShouldBeTrue();
        report.Refusals.ShouldBeEmpty();
        report.Problems.ShouldBeEmpty();
        report.Sent.SelectMany(sent => sent.Letters).Count().ShouldBe(4);
        network.Took("C1 played; a gateway and the broker were killed after its first letters");
        foreach (var victim in victims)
            int.Parse(await network.Inspect(victim, "{{.RestartCount}}"), null)
                .ShouldBeGreaterThan(0, $"{victim} was not started again by its restart policy");
        await network.Healthy([.. Gateways, "broker"]);
        network.Took("all healthy again");
    }

    private static async Task JournalsVerify(ComposeNetwork network)
    {
        foreach (var gateway in Gateways)
            (await network.In(gateway, "referral", "verify", "/srv/referral"))
                .ShouldContain("Everything holds.");
    }

    // By address: a name of another network is not even known.
    private static async Task EachReachesItsOwnAndNoOther(ComposeNetwork network)
    {
        var databases = await Places(network, [.. Codes.Select(code => $"database-{code}")], _ => 5432);
        var doors = await Places(network, Gateways, index => 5101 + index);
        var broker = await Places(network, ["broker"], _ => 5671);
        foreach (var (index, gateway) in Gateways.Index())
        {
            var others = doors.Where((_, other) => other != index).SelectMany(door => door);
            var reached = await Reached(
                network, gateway, [.. databases.SelectMany(one => one), .. broker.Single(), .. others]);
            reached.Except(broker.Single()).ShouldBe(databases[index], gateway);
            reached.Intersect(broker.Single()).Count().ShouldBe(1, gateway);
        }
        (await Reached(network, "broker", [.. databases.SelectMany(one => one)])).ShouldBeEmpty();
    }

    private static async Task<string> AddressOf(ComposeNetwork network, string service) =>
        (await network.Inspect(service, Addresses)).Split(' ')[0];

    private static async Task<IReadOnlyList<string[]>> Places(
        ComposeNetwork network, string[] services, Func<int, int> port) =>
        [.. (await Task.WhenAll(services.Select(service => network.Inspect(service, Addresses))))
            .Select((found, index) => found.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(address => $"{address}/{port(index)}").ToArray())];

    private static async Task<string[]> Reached(ComposeNetwork network, string from, string[] places) =>
        (await network.In(from, "bash", "-c",
            $"for place in {string.Join(' ', places)}; do (timeout 5 bash -c \"exec 3<>/dev/tcp/$place\" "
                + "2>/dev/null && echo $place) & done; wait"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task SecretsAreFilesAndPortsAreOnLoopback(ComposeNetwork network)
    {
        var secrets = Directory.GetFiles(Path.Combine(network.Folder, "databases"))
            .Select(file => File.ReadAllText(file).Trim().Split(':')[^1]).ToList();
        secrets.Count.ShouldBe(2 * Codes.Length);
        string[] services = [.. Gateways, .. Codes.Select(code => $"database-{code}"), "broker"];
        foreach (var service in services)
        {
            var all = await network.Inspect(service, "{{json .}}");
            secrets.ShouldAllBe(secret => !all.Contains(secret), $"a password of {service} shows in inspect");
            var ports = await network.Inspect(service,
                "{{range .NetworkSettings.Ports}}{{range .}}{{.HostIp}} {{end}}{{end}}");
            ports.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .ShouldBe(Enumerable.Repeat("127.0.0.1", Gateways.Contains(service) ? 2 : 0));
            (await network.Inspect(service, "{{.Config.User}}")).ShouldNotBeOneOf("", "0", "0:0", "root");
        }
    }

    // From this machine, which may reach every network of its containers.
    private static async Task NoDefaultPasswordLetsIn(ComposeNetwork network)
    {
        var database = await AddressOf(network, $"database-{Codes[0]}");
        foreach (var password in new[] { "postgres", "referral", "gateway" })
        {
            await using var no = new NpgsqlConnection(
                $"Host={database};Username=postgres;Password={password};Database=postgres;Pooling=false");
            (await Should.ThrowAsync<PostgresException>(no.OpenAsync())).SqlState.ShouldBe("28P01");
        }
        var owner = File.ReadAllText(Path.Combine(network.Folder, "databases", $"{Codes[0]}.owner"));
        await using (var yes = new NpgsqlConnection(
            $"Host={database};Username=postgres;Password={owner};Database=postgres;Pooling=false"))
            await yes.OpenAsync();
    }

    private static async Task GatewaysStopInOrder(ComposeNetwork network)
    {
        await network.Do("stop");
        foreach (var gateway in Gateways)
            (await network.Inspect(gateway, "{{.State.ExitCode}}")).ShouldBe("0", gateway);
    }

    private static async Task NothingIsLeft(ComposeNetwork network)
    {
        var ours = $"label=com.docker.compose.project={network.Project}";
        (await network.Docker("ps", "-aq", "--filter", ours)).ShouldBeEmpty();
        (await network.Docker("volume", "ls", "-q", "--filter", ours)).ShouldBeEmpty();
        (await network.Docker("network", "ls", "-q", "--filter", ours)).ShouldBeEmpty();
    }
}

[CollectionDefinition(nameof(OneNetworkOfContainers), DisableParallelization = true)]
public sealed class OneNetworkOfContainers;
