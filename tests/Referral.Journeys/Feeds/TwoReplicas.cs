using Grpc.Core;
using Grpc.Net.Client;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Referral.Network;
using Referral.Network.Containers;
using Referral.Network.Postgres;
using Referral.Network.Processes;

namespace Referral.Journeys.Feeds;

/// <summary>
/// Thailand's gateway as two processes on one PostgreSQL. Its letterboxes are away: nothing crosses here.
/// </summary>
internal sealed class TwoReplicas : IAsyncDisposable
{
    private const string Country = "TH";

    private readonly string _folder;
    private readonly PostgresNode _server;

    private TwoReplicas(string folder, PostgresNode server, GatewayProcess first, GatewayProcess second) =>
        (_folder, _server, First, Second) = (folder, server, first, second);

    public GatewayProcess First { get; }

    public GatewayProcess Second { get; }

    public static async Task<TwoReplicas> Start()
    {
        var folder = Directory.CreateTempSubdirectory("referral-replicas-").FullName;
        var server = await PostgresNode.Start();
        Founding.Found(folder, Members.All, TimeProvider.System);
        var ports = FreePorts.Take(5);
        Letterbox Away(string country) => new(country, $"amqp://127.0.0.1:{ports[4]}/", "away");
        var first = new GatewayProcess(Members.Of(Country), new GatewaySettings
        {
            DataFolder = Members.DataFolder(folder, Country), GrpcPort = ports[0], PagesPort = ports[1],
            PracticeTokens = true, CheckpointSeconds = 1, Postgres = await server.Make("referral_th"),
            Rabbit = new(Away(Country), [.. Members.Codes.Where(c => c != Country).Select(Away)],
                new Dictionary<string, string>()),
        });
        var made = new TwoReplicas(folder, server, first, first.Again(ports[2], ports[3]));
        await made.First.Start(CancellationToken.None);
        await made.Second.Start(CancellationToken.None);
        return made;
    }

    public GrpcChannel Door(GatewayProcess of) => GrpcChannel.ForAddress(of.Running.Door, new()
    {
        HttpHandler = new SocketsHttpHandler { UseProxy = false }, DisposeHttpClient = true,
    });

    public CallOptions As(string post, string role) => new(new Metadata
    {
        { "authorization", "Bearer " + OfficerTokens.Issue(Members.DataFolder(_folder, Country),
            TimeSpan.FromHours(1), Country, $"invented.{role}", post, role) },
    });

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
