using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Referral.Gateway.Border.Carriers;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>
/// The library would report names of endpoints to its maker, minutes after the start, unless told not to.
/// </summary>
public sealed class When_a_bus_is_set_up
{
    private const string Off = "DisableUsageTelemetry()";

    [Fact]
    public void each_place_that_sets_one_up_switches_the_reports_off() =>
        Sources.CSharp.Under("services").Where(file => file.Text.Contains(".AddMassTransit("))
            .ShouldAllBe(file => file.Text.Contains(Off));

    [Fact]
    public void there_is_such_a_place() =>
        Sources.CSharp.Under("services").ShouldContain(file => file.Text.Contains(".AddMassTransit("));

    [Fact]
    public void the_container_it_makes_has_them_off()
    {
        Letterbox box = new("XX", "amqp://user:secret@127.0.0.1:1/vhost", "letterbox");
        var parts = new ServiceCollection().AddLogging()
            .AddRabbitMqArrivals(new RabbitMqAddresses(box, [], new Dictionary<string, string>()));
        using var built = parts.BuildServiceProvider();
        built.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled.ShouldBeFalse();
    }

    [Fact]
    public void the_control_shows_that_they_would_be_on()
    {
        var parts = new ServiceCollection().AddLogging().AddMassTransit(bus => bus.UsingInMemory());
        using var built = parts.BuildServiceProvider();
        built.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled.ShouldBeTrue();
    }

    [Fact]
    public void the_mediator_alone_brings_no_reporter() =>
        new ServiceCollection().AddMediator(_ => { })
            .Where(part => $"{part.ServiceType} {part.ImplementationType}".Contains("UsageTrack"))
            .ShouldBeEmpty();
}
