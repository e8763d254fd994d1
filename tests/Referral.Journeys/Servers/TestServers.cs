using DotNet.Testcontainers.Configurations;
using Referral.Network.Postgres;
using Referral.Network.Rabbit;

namespace Referral.Journeys.Servers;

/// <summary>A server that runs, or why there is none: the reason for which its tests are skipped.</summary>
internal sealed record Chosen<T>(T? Server, string WhyNot = "")
    where T : class;

/// <summary>
/// Decides which servers the journeys use, says which, and starts them. REFERRAL_TEST_SERVERS: containers
/// (skipped where no Docker engine answers), nodes (skipped where the package is missing), or auto, the
/// default: containers where an engine answers and has the image, else nodes.
/// </summary>
internal static class TestServers
{
    private static readonly string Wanted = Setting("REFERRAL_TEST_SERVERS") ?? "auto";

    private static readonly Lazy<string?> NoEngine = new(WhyNoEngine);

    public static Task<Chosen<IBroker>> Broker(string folder) => Choose(
        $"RabbitMQ {ContainerBroker.Image}",
        ContainerBroker.Run,
        RabbitNode.Find() is { Script: null, Sentence: var why } ? why : null,
        () => NodeBroker.Run(folder));

    public static Task<Chosen<IDatabaseServer>> Databases() => Choose(
        $"PostgreSQL {ContainerDatabases.Image}", ContainerDatabases.Run, PostgresNode.WhyNot,
        NodeDatabases.Run);

    /// <summary>Why what needs a Docker engine is skipped; null where one answers and is wanted.</summary>
    public static string? WhyNoContainers => Wanted == "nodes"
        ? "It needs a Docker engine, and REFERRAL_TEST_SERVERS=nodes asks for none." : NoEngine.Value;

    /// <summary>The name of an image: a setting, else upstream's.</summary>
    public static string Image(string setting, string upstream) => Setting(setting) ?? upstream;

    private static async Task<Chosen<T>> Choose<T>(
        string what, Func<Task<T>> container, string? noNode, Func<Task<T>> node)
        where T : class
    {
        if (Wanted is not ("auto" or "containers" or "nodes"))
            throw new InvalidOperationException(
                $"REFERRAL_TEST_SERVERS={Wanted}: it is containers, nodes or auto.");
        if (Wanted == "containers" && NoEngine.Value is { } none)
            return new Chosen<T>(null, none);
        if (Wanted != "nodes" && NoEngine.Value is null)
        {
            try
            {
                var server = await container();
                Say($"{what}, as a container");
                return new Chosen<T>(server);
            }
            catch (Exception fault) when (Wanted == "auto")
            {
                // An engine that cannot get the image is as good as none, unless containers were asked for.
                Say($"{what} does not run as a container ({fault.Message.ReplaceLineEndings(" ")})");
            }
        }

        if (noNode is not null)
            return new Chosen<T>(null, noNode);
        Say($"{what.Split(' ')[0]}, as a private node");
        return new Chosen<T>(await node());
    }

    // REFERRAL_ENGINE_SAID: the last words of an engine that somebody tried to start for us.
    private static string? WhyNoEngine() =>
        Setting("REFERRAL_ENGINE_SAID") is { } words ? $"No Docker engine for these tests: {words}"
        : TestcontainersSettings.OS.DockerEndpointAuthConfig is null ? "No Docker engine answers here."
        : null;

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static void Say(string sentence) => Console.Error.WriteLine($"Test servers: {sentence}.");
}
