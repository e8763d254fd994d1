using MassTransit;
using MassTransit.Context;
using MassTransit.Middleware;
using MassTransit.Saga;

namespace Referral.Gateway.Storage;

/// <summary>
/// The saga repository: sagas are rows of the transaction that the <see cref="Step"/> has open. It saves
/// nothing itself and refuses to run outside a step, so nobody can forget the transaction.
/// </summary>
internal sealed class SagaRows<TSaga>(Step step, ISagaConsumeContextFactory<GatewayDb, TSaga> contexts)
    : ISagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISaga
{
    public void Probe(ProbeContext context) => context.Add("persistence", "rows of the step's transaction");

    public async Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class
    {
        if (step.Db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A saga moves only inside a step.");
        }

        await step.Alone(() => next.Send(new RowContext<T>(step, context, contexts)));
    }

    public Task SendQuery<T>(
        ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class =>
        throw new NotSupportedException("Sagas are found by the id of their case alone.");

    private sealed class RowContext<T>(
        Step step, ConsumeContext<T> consumed, ISagaConsumeContextFactory<GatewayDb, TSaga> contexts)
        : ConsumeContextScope<T>(consumed, step), SagaRepositoryContext<TSaga, T>
        where T : class
    {
        public Task<SagaConsumeContext<TSaga, T>> Add(TSaga instance) =>
            contexts.CreateSagaConsumeContext(step.Db, this, instance, SagaConsumeContextMode.Add);

        public Task<SagaConsumeContext<TSaga, T>> Insert(TSaga instance)
        {
            step.AddSaga(instance);
            return contexts.CreateSagaConsumeContext(step.Db, this, instance, SagaConsumeContextMode.Insert);
        }

        public async Task<SagaConsumeContext<TSaga, T>> Load(Guid correlationId)
        {
            var saga = await step.Saga<TSaga>(correlationId);
            return saga is null
                ? null!
                : await contexts.CreateSagaConsumeContext(step.Db, this, saga, SagaConsumeContextMode.Load);
        }

        public Task Save(SagaConsumeContext<TSaga> context)
        {
            step.AddSaga(context.Saga);
            return Task.CompletedTask;
        }

        // A loaded row is tracked: the step's one SaveChanges writes it.
        public Task Update(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

        public Task Delete(SagaConsumeContext<TSaga> context)
        {
            step.Db.Remove(context.Saga);
            return Task.CompletedTask;
        }

        public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

        // A fault rolls the whole step back; there is nothing to undo by itself.
        public Task Undo(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

        public Task<SagaConsumeContext<TSaga, TOther>> CreateSagaConsumeContext<TOther>(
            ConsumeContext<TOther> consumeContext, TSaga instance, SagaConsumeContextMode mode)
            where TOther : class =>
            contexts.CreateSagaConsumeContext(step.Db, consumeContext, instance, mode);
    }
}
