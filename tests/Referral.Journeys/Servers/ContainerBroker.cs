using System.Security.Cryptography;
using DotNet.Testcontainers.Images;
using Microsoft.Extensions.Logging.Abstractions;
using Referral.Network.Rabbit;
using Testcontainers.RabbitMq;

namespace Referral.Journeys.Servers;

/// <summary>
/// The broker as a container, with its management interface. The ports are chosen here and fixed, so that
/// they are the same after a stop and a start.
/// </summary>
internal sealed class ContainerBroker : IBroker
{
    public const string Upstream = "rabbitmq:3-management";
    private const int AmqpInside = 5672;
    private const int ManagementInside = 15672;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly RabbitMqContainer _container;
    private readonly string _password;
    private readonly NodePorts _ports;

    private ContainerBroker(RabbitMqContainer container, string password, NodePorts ports) =>
        (_container, _password, _ports) = (container, password, ports);

    public static string Image => TestServers.Image("REFERRAL_RABBITMQ_IMAGE", Upstream);

    public Uri Management => new(
        $"http://{NodeSettings.Administrator}:{_password}@{_container.Hostname}:{_ports.Management}");

    public int Port => _ports.Amqp;

    public static async Task<IBroker> Run()
    {
        var password = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var ports = NodePorts.Free();
        var container = new RabbitMqBuilder(Image)
            .WithImagePullPolicy(PullPolicy.Missing)
            .WithUsername(NodeSettings.Administrator)
            .WithPassword(password)
            .WithPortBinding(ports.Amqp, AmqpInside)
            .WithPortBinding(ports.Management, ManagementInside)
            .WithCreateParameterModifier(container => container.StopSignal = "SIGKILL")
            .WithLogger(NullLogger.Instance)
            .Build();
        var broker = new ContainerBroker(container, password, ports);
        try
        {
            await broker.Start(CancellationToken.None);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Its stop signal is SIGKILL: a stop is a power cut.</summary>
    public Task Kill() => _container.StopAsync();

    public async Task Start(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StartLimit);
        await _container.StartAsync(patience.Token);
        using var management = new RabbitManagement(Management);
        while (!await management.Answers(patience.Token))
        {
            await Task.Delay(200, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
