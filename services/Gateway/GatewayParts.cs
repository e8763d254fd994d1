using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Border.Watch;
using Referral.Gateway.Door;
using Referral.Gateway.Journal;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;
using Referral.Gateway.Telemetry;

namespace Referral.Gateway;

/// <summary>
/// What a gateway is made of, in the order of a letter's way: door, step, sagas, border, journal.
/// </summary>
internal static class GatewayParts
{
    public static void Add(IServiceCollection parts, GatewayIdentity identity, ICarrier? carrier)
    {
        parts.AddSingleton(identity).AddSingleton(TimeProvider.System);
        DoorParts.Add(parts, identity);
        AddStorage(parts, identity);
        AddSagas(parts);
        AddBorder(parts, identity, carrier);
        parts.AddHostedService<Sealer>();
        parts.AddHostedService<BorderWatch>();
        TelemetryParts.Add(parts, identity);
    }

    private static void AddStorage(IServiceCollection parts, GatewayIdentity identity)
    {
        StoreParts.Add(parts, identity);
        parts.AddSingleton<Steps>().AddScoped<Step>();
    }

    private static void AddSagas(IServiceCollection parts) => parts.AddMediator(mediator =>
    {
        mediator.AddSagaStateMachine<HostCaseMachine, HostCase>().Repository(UseRows);
        mediator.AddSagaStateMachine<OriginCaseMachine, OriginCase>().Repository(UseRows);
    });

    private static void UseRows<TSaga>(ISagaRepositoryRegistrationConfigurator<TSaga> repository)
        where TSaga : class, SagaStateMachineInstance =>
        repository.RegisterSagaRepository<
            TSaga, GatewayDb, SagaConsumeContextFactory<GatewayDb, TSaga>, SagaRows<TSaga>>();

    private static void AddBorder(IServiceCollection parts, GatewayIdentity identity, ICarrier? carrier)
    {
        parts.AddSingleton<OutboxBell>();
        parts.AddSingleton<IArrivals, PouchArrivals>().AddSingleton<UndeliverablePouches>();
        parts.AddHostedService<TrustWatch>();
        parts.AddHostedService<Outbox>();
        if (carrier is not null)
        {
            parts.AddSingleton(carrier);
            return;
        }

        var rabbit = identity.Settings.Rabbit
            ?? throw new InvalidOperationException("No carrier: neither embedded nor RabbitMQ.");
        parts.AddSingleton<ICarrier>(services => new RabbitMqCarrier(rabbit)).AddRabbitMqArrivals(rabbit);
        parts.AddHostedService<UndeliverableConsumer>();
    }
}
