using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>
/// Who read what, and who was refused: a chain of its own in the journal, covered by the same checkpoints.
/// What callers wait for at the same time is written together, so that reading costs no transaction each; no
/// answer goes out before its entry is committed.
/// </summary>
internal sealed class AccessJournal(Steps steps, GatewayIdentity identity) : BackgroundService
{
    /// <summary>Name of the chain.</summary>
    public const string Chain = "access";

    /// <summary>Entries written together at most.</summary>
    private const int TogetherMax = 256;

    /// <summary>Entries that may wait: past this many, callers wait to enter theirs.</summary>
    private const int WaitingMax = 4096;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true });

    public Task Read(CallRule rule, Caller caller, About about) =>
        Write("access-read", [.. Who(rule, caller), .. about.Values]);

    public Task Refused(CallRule rule, Caller caller, About about, string code) =>
        Write("access-refused", [.. Who(rule, caller), .. about.Values, ("code", code)]);

    /// <summary>Enters one thing; done when it is committed.</summary>
    public async Task Write(string kind, IReadOnlyList<(string Name, string Value)> values)
    {
        var one = new Waiting(kind, values);
        await _waiting.Writer.WriteAsync(one);
        await one.Done.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        // Runs until nobody can ask any more: what is waited for while the door closes is still written.
        using var closing = stopping.Register(() => _waiting.Writer.TryComplete());
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var together = new List<Waiting>();
            while (together.Count < TogetherMax && _waiting.Reader.TryRead(out var one))
            {
                together.Add(one);
            }

            await Commit(together);
        }
    }

    private async Task Commit(List<Waiting> together)
    {
        try
        {
            await steps.Always(async step =>
            {
                foreach (var one in together)
                {
                    await step.JournalIn(Chain, one.Kind, [.. one.Values]);
                }

                return 0;
            });
            together.ForEach(one => one.Done.TrySetResult());
        }
        catch (Exception fault)
        {
            // Whoever waits gets the fault, and so no answer: what is not entered is not shown.
            together.ForEach(one => one.Done.TrySetException(fault));
        }
    }

    private IEnumerable<(string, string)> Who(CallRule rule, Caller caller) =>
    [
        ("call", $"{rule.Call.Service.Name}.{rule.Call.Name}"),
        ("account", Known(caller.Account)),
        ("post", identity.Country.Posts.Any(p => p.Id == caller.Post) ? caller.Post : "-"),
        ("roles", string.Join(' ', caller.Roles.Where(Contracts.Vocabulary.RoleBook.Shipped.Knows))),
    ];

    // The account is what a trusted issuer called it; it may be long, and it is cut.
    private static string Known(string account) => account.Length <= 100 ? account : account[..100];

    private sealed record Waiting(string Kind, IReadOnlyList<(string Name, string Value)> Values)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
