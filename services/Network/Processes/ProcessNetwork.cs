using Referral.Network.Rabbit;
using Referral.SignIn;

namespace Referral.Network.Processes;

/// <summary>Four gateways as four processes, with a real RabbitMQ between them.</summary>
public sealed class ProcessNetwork : IAsyncDisposable
{
    private readonly FolderClaim _claim;
    private readonly RabbitNetwork _rabbit;
    private readonly IReadOnlyList<GatewayProcess> _gateways;
    private readonly SignInHost? _signIn;

    private ProcessNetwork(FolderClaim claim, RabbitNetwork rabbit, SignInHost? signIn, string folder,
        IReadOnlyList<GatewayProcess> gateways)
    {
        (_claim, _rabbit, _signIn, _gateways) = (claim, rabbit, signIn, gateways);
        var second = gateways.Skip(Members.All.Count).Select(gateway => gateway.Running).FirstOrDefault();
        Running = new(folder, [.. gateways.Take(Members.All.Count).Select(one => one.Running)
            .Select(one => one.Country == second?.Country ? one with { Second = second } : one)])
        {
            SignIn = signIn?.Issuer,
        };
    }

    public RunningNetwork Running { get; }

    /// <summary>
    /// Starts it on a folder, which is founded when it is new. RabbitMQ is the one that the environment's
    /// REFERRAL_RABBITMQ names, else a private node of the system's rabbitmq-server. Refuses: REF-3101,
    /// REF-3105 to REF-3108.
    /// </summary>
    public static async Task<ProcessNetwork> Start(
        string folder, NetworkSettings settings, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        var claim = FolderClaim.Take(folder);
        RabbitNetwork? rabbit = null;
        SignInHost? signIn = null;
        try
        {
            Founding.Found(folder, Members.All, settings.Time);
            rabbit = await RabbitNetwork.Open(Environment.GetEnvironmentVariable("REFERRAL_RABBITMQ"),
                Path.Combine(folder, "rabbitmq"), settings.Tls, Members.Codes, settings.Tell, cancellation)
                .ConfigureAwait(false);
            signIn = await DemoAccounts.SignIn(folder, settings).ConfigureAwait(false);
            var network = new ProcessNetwork(claim, rabbit, signIn, folder,
                Plan(folder, settings, rabbit.Letterboxes, signIn?.Issuer));
            await network.StartAll(settings.Tell, cancellation).ConfigureAwait(false);
            return network;
        }
        catch (Exception fault)
        {
            if (signIn is not null) await signIn.DisposeAsync().ConfigureAwait(false);
            if (rabbit is not null) await rabbit.DisposeAsync().ConfigureAwait(false);
            claim.Dispose();
            // Its message says what to do; the kind of fault is this project's own affair.
            if (fault is RabbitFault broker) throw new NetworkFault(broker.Message, broker);
            throw;
        }
    }

    /// <summary>
    /// The processes by name: the country's code, and "XX/2" for the second process of one.
    /// </summary>
    public IReadOnlyList<string> Names => [.. _gateways.Select(gateway => gateway.Name)];

    /// <summary>Process id of a gateway; null while it does not run.</summary>
    public int? IdOf(string name) => Of(name).Id;

    /// <summary>Ends one gateway as a power cut would.</summary>
    public Task Kill(string name) => Of(name).Kill();

    /// <summary>Starts a gateway again where it was.</summary>
    public Task StartAgain(string name, CancellationToken cancellation) => Of(name).Start(cancellation);

    /// <summary>Kills the private broker and starts it again.</summary>
    public Task KillBroker(CancellationToken cancellation) => _rabbit.KillBroker(cancellation);

    /// <summary>Stops the private broker in order and starts it again.</summary>
    public Task StopBroker(CancellationToken cancellation) => _rabbit.StopBroker(cancellation);

    /// <summary>Empties the private broker: every message in it is lost.</summary>
    public Task WipeBroker(CancellationToken cancellation) => _rabbit.WipeBroker(cancellation);

    public async ValueTask DisposeAsync()
    {
        await Stop().ConfigureAwait(false);
        if (_signIn is not null) await _signIn.DisposeAsync().ConfigureAwait(false);
        await _rabbit.DisposeAsync().ConfigureAwait(false);
        _claim.Dispose();
    }

    private static IReadOnlyList<GatewayProcess> Plan(
        string folder, NetworkSettings settings, LetterboxBook letterboxes, Uri? signIn)
    {
        var free = FreePorts.Take(2 * Members.All.Count + 2);
        IReadOnlyList<GatewayProcess> four = [.. Members.All.Select((country, index) =>
        {
            var own = settings.For(Members.DataFolder(folder, country.Code), index, signIn);
            return new GatewayProcess(country, own with
            {
                GrpcPort = own.GrpcPort == 0 ? free[2 * index] : own.GrpcPort,
                PagesPort = own.PagesPort == 0 ? free[2 * index + 1] : own.PagesPort,
                Rabbit = letterboxes.For(country.Code),
            });
        })];
        return settings.Twice is { } code
            ? [.. four, four.First(one => one.Country.Code == code).Again(free[^2], free[^1])] : four;
    }

    private async Task StartAll(Action<string> tell, CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(_gateways.Select(async gateway =>
            {
                await gateway.Start(cancellation).ConfigureAwait(false);
                tell($"{gateway.Name}: gateway ready as process {gateway.Id}");
            })).ConfigureAwait(false);
        }
        catch
        {
            await Stop().ConfigureAwait(false);
            throw;
        }
    }

    private Task Stop() => Task.WhenAll(_gateways.Select(gateway => gateway.DisposeAsync().AsTask()));

    private GatewayProcess Of(string name) => _gateways.First(gateway => gateway.Name == name);
}
