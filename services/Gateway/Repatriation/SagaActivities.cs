using MassTransit;
using Referral.Gateway.Border;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// What a saga may do beside moving: reach its step, and write letters there. It sends nothing.
/// </summary>
internal static class SagaActivities
{
    public static Step Step<TSaga>(this BehaviorContext<TSaga> context)
        where TSaga : class, SagaStateMachineInstance =>
        context.GetPayload<Step>();

    public static EventActivityBinder<TSaga, TEvent> Write<TSaga, TEvent>(
        this EventActivityBinder<TSaga, TEvent> binder, Func<TEvent, IReadOnlyList<LetterToWrite>> letters)
        where TSaga : class, SagaStateMachineInstance
        where TEvent : class =>
        binder.ThenAsync(
            context => context.Step().Write(context.Saga.CorrelationId, letters(context.Message)));
}
