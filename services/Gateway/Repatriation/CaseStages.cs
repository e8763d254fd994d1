using System.Collections.Frozen;
using MassTransit;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// Which event is possible at which stage, read from the state machines themselves: a rule asks before the
/// saga moves, so that a wrong moment is an answer with a reason and not a fault.
/// </summary>
internal static class CaseStages
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Host = Read(new HostCaseMachine());
    private static readonly FrozenDictionary<string, FrozenSet<string>> Origin =
        Read(new OriginCaseMachine());

    public static bool Accepts(string side, ICaseState? state, string eventName)
    {
        var stage = state is null || state.Stage.Length == 0 ? "Initial" : state.Stage;
        var table = side == Storage.Sides.Host ? Host : Origin;
        return table.TryGetValue(stage, out var events) && events.Contains(eventName);
    }

    /// <summary>Events that an officer or a letter may bring at this stage, for drawings and tests.</summary>
    public static IReadOnlySet<string> At(string side, string stage) =>
        (side == Storage.Sides.Host ? Host : Origin)[stage];

    private static FrozenDictionary<string, FrozenSet<string>> Read<TSaga>(
        MassTransitStateMachine<TSaga> machine)
        where TSaga : class, SagaStateMachineInstance =>
        machine.States.ToFrozenDictionary(
            state => state.Name,
            state => machine.NextEvents(state).Select(e => e.Name).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
}
