using Grpc.AspNetCore.Server;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Routing;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Access;

/// <summary>
/// Which roles may make which call, as each call of the contracts says of itself (option "who") and the
/// tables of events and roles answer. Deny by default: a call that is not here is nobody's; a gateway with
/// a call that names nobody does not start.
/// </summary>
internal sealed class CallRules
{
    /// <summary>
    /// Services of others' contracts that anybody may ask: what is there, and whether it runs.
    /// </summary>
    private static readonly string[] Open =
        ["grpc.reflection.v1alpha.ServerReflection", "grpc.reflection.v1.ServerReflection",
            "grpc.health.v1.Health"];

    // Events that concern the gateway and no case.
    private static readonly string[] OfNoCase = ["AgreementSwitched", "BorderPaused", "LettersSentAgain"];

    private IReadOnlyDictionary<string, CallRule> _rules =
        new Dictionary<string, CallRule>(StringComparer.Ordinal);

    /// <summary>Every call that is guarded.</summary>
    public IReadOnlyCollection<CallRule> All => [.. _rules.Values];

    /// <summary>Null for a call that is none of ours.</summary>
    public CallRule? Find(string method) => _rules.GetValueOrDefault(method);

    /// <summary>
    /// Reads the calls that are served. Throws where one names nobody or cannot be guarded.
    /// </summary>
    public void Learn(IEnumerable<EndpointDataSource> served)
    {
        var services = served.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>().Distinct().Select(DescriptorOf).OfType<ServiceDescriptor>()
            .Where(service => !Open.Contains(service.FullName)).DistinctBy(service => service.FullName);
        Learn(services);
    }

    /// <inheritdoc cref="Learn(IEnumerable{EndpointDataSource})"/>
    public void Learn(IEnumerable<ServiceDescriptor> services)
    {
        var rules = services.SelectMany(service => service.Methods).Select(RuleOf).ToList();
        var mistakes = rules.Where(rule => rule.Roles.Count == 0)
            .Select(rule => $"{rule.Method} names nobody who may call it")
            .Concat(rules.Where(rule => rule.Call.IsClientStreaming)
                .Select(rule => $"{rule.Method} takes a stream, which no rule guards")).ToList();
        if (mistakes.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", mistakes) + ".");
        }

        _rules = rules.ToDictionary(rule => rule.Method, StringComparer.Ordinal);
    }

    private static CallRule RuleOf(MethodDescriptor call) => new(
        $"/{call.Service.FullName}/{call.Name}", call,
        RolesOf(call.GetOptions()?.GetExtension(DoorExtensions.Who) ?? new Callers()));

    private static HashSet<string> RolesOf(Callers who)
    {
        var events = EventBook.Shipped;
        var saying = who.Saying.Select(name => Named(events, name)).ToList();
        var preparing = who.Preparing.Select(name => Named(events, name)).ToList();
        var book = RoleBook.Shipped;
        return
        [
            .. who.Roles.Select(role =>
                book.Knows(role) ? role : throw new InvalidOperationException($"There is no role {role}.")),
            .. saying.SelectMany(rule => rule.Roles),
            .. preparing.SelectMany(rule => rule.PreparedBy ?? rule.Roles),
            .. who.SayingAny
                ? events.All.Where(rule => rule.Saga is "host" or "origin"
                    || (rule.Saga == "ledger" && !OfNoCase.Contains(rule.Event)))
                    .SelectMany(rule => rule.Roles) : [],
            .. book.Codes.Where(role => who.Reading.Any(area => book.Sees(role, area))),
        ];
    }

    private static EventRule Named(EventBook events, string name) =>
        name.Split('/') is [var saga, var happened] && events.Find(saga, happened) is { } rule
            ? rule : throw new InvalidOperationException($"There is no event {name}.");

    // A service class derives from the base that was made from the contract; its descriptor stands beside it.
    private static ServiceDescriptor? DescriptorOf(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.DeclaringType?.GetProperty("Descriptor")?.GetValue(null) is ServiceDescriptor found)
            {
                return found;
            }
        }

        return null;
    }
}

/// <summary>One call: its name as gRPC says it, its descriptor, and the roles that may make it.</summary>
internal sealed record CallRule(string Method, MethodDescriptor Call, IReadOnlySet<string> Roles)
{
    /// <summary>A call with a command id changes something; any other only reads.</summary>
    public bool Reads { get; } = Call.InputType.FindFieldByName("command_id") is null;
}
