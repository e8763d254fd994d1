using Referral.Gateway;
using Referral.Gateway.Border;
using Referral.Gateway.Repatriation;

namespace Referral.Benchmarks.Border;

/// <summary>
/// The product end to end: the host's saga writes signed letters in a transaction, the outbox seals and
/// sends them, the origin opens, judges and commits them, and its receipt settles them at the host.
/// </summary>
internal sealed class OurLetters(TwoGateways gateways, Referrals referrals, LetterToWrite letter)
    : ILetters, IDisposable
{
    private readonly Steps _steps = TwoGateways.StepsOf(gateways.Host);
    private readonly Random _choice = new(1);
    private OurCounters? _counters;

    public string Name => "Referral";

    public Counted Counted { get; } = new();

    /// <summary>One transaction of the host: so many letters, each of another referral.</summary>
    public async Task Write(int letters)
    {
        _counters ??= new OurCounters(Counted);
        await _steps.Always(async step =>
        {
            foreach (var row in await step.LoadCases(referrals.Choose(_choice, letters)))
            {
                await CaseMoves.Move(step, row, nameof(VerificationRequested),
                    new VerificationRequested(row.Id, [letter]), new Happening("2026-11-20", "TH-HOME"));
            }

            return letters;
        });
    }

    public void Dispose() => _counters?.Dispose();
}
