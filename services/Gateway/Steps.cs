using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;
using Referral.Gateway.Telemetry;

namespace Referral.Gateway;

/// <summary>
/// Opens steps, one writer at a time, and commits or drops each whole. After a commit the outbox is told
/// which countries have something due.
/// </summary>
internal sealed class Steps(IServiceScopeFactory scopes, OutboxBell bell, Meters meters) : IDisposable
{
    // SQLite has one writer: waiting here costs nothing, spinning on a busy database does. Replicas over one
    // PostgreSQL take turns by a lock of the database, see Turns.
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>
    /// Runs the work in one transaction. A refusal drops it; a fault drops it and is thrown on.
    /// </summary>
    public async Task<Decision<T>> Take<T>(Func<Step, Task<Decision<T>>> work)
    {
        IReadOnlyCollection<string> told, owing;
        Decision<T> decision;
        await _writer.WaitAsync();
        var begin = Stopwatch.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var step = scope.ServiceProvider.GetRequiredService<Step>();
            await using var transaction = await step.Db.Database.BeginTransactionAsync();
            await Turns.Take(step.Db);
            decision = await work(step);
            if (decision.Refused)
            {
                return decision;
            }

            await Access.ExcludedPosts.Reroute(step);

            // A commit that is cancelled half-way is in doubt: it never is.
            await step.Save();
            await transaction.CommitAsync(CancellationToken.None);
            (told, owing) = (step.Told, step.Owing);
            step.Report(meters, Stopwatch.GetElapsedTime(begin));
        }
        finally
        {
            _writer.Release();
        }

        Ring(told, owing);
        return decision;
    }

    /// <summary>The same for work that cannot be refused.</summary>
    public async Task<T> Always<T>(Func<Step, Task<T>> work) =>
        (await Take<T>(async step => await work(step))).Outcome;

    /// <summary>Reads without a transaction of its own; nothing is saved.</summary>
    public async Task<T> Read<T>(Func<Step, Task<T>> look)
    {
        await using var scope = scopes.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredService<Step>();
        step.Db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await look(step);
    }

    private void Ring(IReadOnlyCollection<string> told, IReadOnlyCollection<string> owing)
    {
        foreach (var country in told)
        {
            bell.Ring(country);
        }

        foreach (var country in owing)
        {
            bell.RingForReceipt(country);
        }
    }

    public void Dispose() => _writer.Dispose();
}
