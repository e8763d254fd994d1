using Referral.Gateway;
using Referral.Gateway.Border;
using Referral.Gateway.Repatriation;

namespace Referral.Benchmarks.Border;

/// <summary>
/// The product end to end: the host's saga writes signed letters in a transaction, the outbox seals and
/// sends them, the origin opens, judges and commits them, and its receipt settles them at the host.
/// </summary>
internal sealed class OurLetters(TwoGateways gateways, Referrals referrals) : ILetters, IDisposable
{
    private readonly Counted _counted = new(Pair.Host, Pair.Origin);
    private readonly Steps _steps = TwoGateways.StepsOf(gateways.Host);
    private readonly Random _choice = new(1);
    private LetterToWrite? _letter;
    private int _written;

    public string Name => "Referral";

    public Counted Counted => _counted;

    public int Written => _written;

    /// <summary>One transaction of the host: so many letters, each of another referral.</summary>
    public async Task Write(int letters)
    {
        await _steps.Always(async step =>
        {
            foreach (var row in await step.LoadCases(Choose(letters)))
            {
                _letter ??= Heads.Complete(step, row, Request.Body(), LetterKinds.VerificationRequest, "",
                    await step.Register(), "1").Outcome;
                await CaseMoves.Move(step, row, nameof(VerificationRequested),
                    new VerificationRequested(row.Id, [_letter]), new Happening("2026-11-20", "TH-HOME"));
            }

            return letters;
        });
        Interlocked.Add(ref _written, letters);
    }

    public void Dispose() => _counted.Dispose();

    private Guid[] Choose(int letters)
    {
        var chosen = new HashSet<Guid>();
        while (chosen.Count < letters)
            chosen.Add(referrals.HostCases[_choice.Next(referrals.Count)]);
        return [.. chosen];
    }
}
