using System.IO.Compression;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.HealthCheck;
using Grpc.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Referral.Gateway.Door.Batching;
using Referral.Gateway.Door.Wire;
using Referral.Gateway.Access;
using Referral.Gateway.Feeds;
using Referral.Gateway.Telemetry;

namespace Referral.Gateway.Door;

/// <summary>What the door is made of.</summary>
internal static class DoorParts
{
    public static void Add(IServiceCollection parts, GatewayIdentity identity)
    {
        parts.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = DoorLimits.OtherMessageBytesMax;
            grpc.CompressionProviders = [new BoundedGzip()];
            grpc.ResponseCompressionAlgorithm = "gzip";
            grpc.ResponseCompressionLevel = CompressionLevel.Fastest;
            grpc.Interceptors.Add<FaultInterceptor>();
            grpc.Interceptors.Add<PackedAnswers>();
            grpc.Interceptors.Add<Doorkeeper>();
        })
        // Above the folder's own limits, so that our number answers and not the library's.
        .AddServiceOptions<CasesDoor>(cases => cases.MaxReceiveMessageSize = DoorLimits.MessageBytesMax)
        .AddServiceOptions<BatchesDoor>(
            batches => batches.MaxReceiveMessageSize = DoorLimits.MessageBytesMax)
        .AddServiceOptions<FeedsDoor>(feeds => feeds.MaxReceiveMessageSize = DoorLimits.PlainQuestionBytesMax)
        .AddServiceOptions<ReflectionServiceImpl>(
            open => open.MaxReceiveMessageSize = DoorLimits.PlainQuestionBytesMax)
        .AddServiceOptions<HealthServiceImpl>(
            open => open.MaxReceiveMessageSize = DoorLimits.PlainQuestionBytesMax)
        .AddJsonTranscoding(json =>
            // Without it a refusal's details cannot be written as JSON.
            json.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        parts.AddGrpcReflection();
        parts.AddGrpcHealthChecks().AddCheck<ReadyCheck>("ready");
        parts.AddSingleton<Commands>().AddSingleton<RefusedCommands>().AddSingleton<CallRules>()
            .AddTransient<CasesDoor>().AddSingleton<Texts.MachineDrafts>()
            .AddSingleton<CallerRates>().AddSingleton<CallerTokens>().AddSingleton<AccessJournal>()
            .AddSingleton<CallGate>().AddSingleton<QuestionRoom>()
            .AddHostedService(services => services.GetRequiredService<AccessJournal>());
        parts.AddSingleton<Pseudonyms>().AddSingleton<FeedStart>().AddSingleton<FeedStory>()
            .AddSingleton<FeedTail>().AddHostedService(services => services.GetRequiredService<FeedTail>())
            .AddSingleton<IReadOnlyList<WebhookPost>>(_ => [.. identity.Settings.Door.Webhooks
                .Select(one => new WebhookPost(one, identity.Code, TimeProvider.System))])
            .AddSingleton<Webhooks>().AddHostedService(services => services.GetRequiredService<Webhooks>());
        SignIns.Add(parts, identity);
    }
}

/// <summary>grpc.health.v1, fed by the same questions as /health/ready.</summary>
internal sealed class ReadyCheck(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Readiness>().IsReady()
            ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
