using Referral.Gateway.Storage;
using Referral.Network.Postgres;

namespace Referral.Journeys.Servers;

/// <summary>The databases in a private server of the installed package.</summary>
internal sealed class NodeDatabases(PostgresNode node) : IDatabaseServer
{
    public static async Task<IDatabaseServer> Run() => new NodeDatabases(await PostgresNode.Start());

    public Task<PostgresDatabases> Make(string name) => node.Make(name);

    public Task StopAtOnce() => node.StopAtOnce();

    public Task Up() => node.Up();

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
