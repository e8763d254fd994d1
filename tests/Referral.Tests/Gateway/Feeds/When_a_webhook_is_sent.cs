using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Feeds;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.Tests.Gateway.Running;
using Shouldly;
using StandardWebhooks;
using Xunit;
using FeedsClient = Referral.Contracts.Desk.Feeds.FeedsClient;

namespace Referral.Tests.Gateway.Feeds;

/// <summary>A ministry's receiver, really listening, that fails at first. All persons are invented.</summary>
public sealed class When_a_webhook_is_sent : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-webhook-").FullName;
    private readonly string _secret =
        "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));
    private readonly ConcurrentQueue<(string Id, JsonElement Event, string Type)> _came = new();
    private WebApplication? _receiver;
    private EmbeddedNetwork? _network;
    private int _refusals = 2;

    [Fact]
    public async Task it_is_signed_repeated_until_taken_and_sent_again_from_a_date()
    {
        using var desk = new Desk(_network!.Running.Of("TH"));
        var begin = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var made = await desk.Does(desk.CaseManager, (door, o) => door.CreateCaseAsync(
            new() { CommandId = Desk.NewCommand(), Origin = "LA" }, o));
        await desk.Does(desk.CaseManager, (door, o) => door.RecordEventAsync(
            new() { CommandId = Desk.NewCommand(), Case = made.Case, Event = "ScreeningDone" }, o));

        await RunningGateways.Until(() => Task.FromResult(_came.Count >= 2), "two events");
        var first = _came.ToList();
        first.Count.ShouldBe(2);
        first.Select(one => one.Id).ShouldBeUnique();
        var told = first[1].Event;
        first[1].Type.ShouldStartWith("application/cloudevents+json");
        (told.GetProperty("specversion").GetString(), told.GetProperty("type").GetString(),
            told.GetProperty("source").GetString(), told.GetProperty("id").GetString())
            .ShouldBe(("1.0", "referral.status.v1", "urn:referral:th", first[1].Id));
        told.GetProperty("data").GetProperty("stage").GetString().ShouldBe("InIdentification");
        told.GetRawText().ShouldNotContain(made.Case);
        told.GetProperty("subject").GetString().ShouldBe(
            first[0].Event.GetProperty("subject").GetString());

        await new FeedsClient(desk.Channel).ReplayWebhookAsync(
            new() { CommandId = Desk.NewCommand(), Subscriber = "INVENTED-MINISTRY", From = begin },
            desk.As(desk.Administrator));

        // The row that was set back is seen after the next event.
        await desk.Does(desk.Identifier, (door, o) => door.RecordEventAsync(
            new() { CommandId = Desk.NewCommand(), Case = made.Case, Event = "NotAVictim" }, o));
        await RunningGateways.Until(() => Task.FromResult(
            _came.Skip(2).Select(one => one.Id).Intersect(first.Select(one => one.Id)).Count() == 2),
            "the same two again");
        (await desk.Refuses(async () => await new FeedsClient(desk.Channel).ReplayWebhookAsync(
            new() { CommandId = Desk.NewCommand(), Subscriber = "NOBODY", From = begin },
            desk.As(desk.Administrator)))).Code.ShouldBe("REF-2014");
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = builder.Build();
        _receiver.MapPost("/events", Take);
        await _receiver.StartAsync();
        var address = _receiver.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var secret = Path.Combine(_folder, "secret");
        OwnerOnly.WriteNew(secret, System.Text.Encoding.ASCII.GetBytes(_secret));
        _network = await EmbeddedNetwork.Start(Path.Combine(_folder, "net"), new NetworkSettings
        {
            Door = country => country != "TH" ? new() : new DoorSettings
            {
                Webhooks =
                [
                    new WebhookSettings
                    {
                        Name = "INVENTED-MINISTRY", Url = new Uri($"{address}/events"), SecretFile = secret,
                        FirstPauseMilliseconds = 10,
                    },
                ],
            },
        });
    }

    // What is refused twice, or badly signed, is not counted as come.
    private async Task<IResult> Take(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        new StandardWebhook(_secret).Verify(body, request.Headers);
        if (Interlocked.Decrement(ref _refusals) >= 0)
            return Results.StatusCode(503);
        _came.Enqueue((request.Headers["webhook-id"].ToString(),
            JsonDocument.Parse(body).RootElement.Clone(), request.ContentType ?? ""));
        return Results.Ok();
    }

    public async ValueTask DisposeAsync()
    {
        await _network!.DisposeAsync();
        await _receiver!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
