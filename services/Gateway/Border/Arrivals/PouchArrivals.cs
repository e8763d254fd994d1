using Microsoft.Extensions.Logging;
using Referral.Contracts;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Carriers;

namespace Referral.Gateway.Border;

/// <summary>
/// What a carrier brings: opened, checked, and taken in one transaction a pouch. Returns when it is
/// committed. A fault of the machine refuses nothing: each letter is then taken alone, so that one spoils no
/// other.
/// </summary>
internal sealed class PouchArrivals(
    Steps steps, GatewayIdentity identity, TimeProvider clock, ILogger<PouchArrivals> log)
    : IArrivals
{
    public async Task Receive(SealedPouch pouch, string? sender, CancellationToken cancellation)
    {
        var opened = PouchOpening.Open(
            pouch, sender, identity.Code, identity.Keys.Opening, identity.Trust, clock.GetUtcNow());
        using var span = Trace.From([opened.Pouch.Refused ? null : opened.Pouch.Outcome.Traceparent]);
        if (opened.Pouch.Refused)
        {
            log.PouchUnreadable(opened.Pouch.Refusal.Code, sender ?? "nobody");
            await steps.Always(
                step => UnreadableAnswer.Give(step, sender, opened.TokenSha256, opened.Pouch.Refusal.Code));
            return;
        }

        var content = opened.Pouch.Outcome;
        try
        {
            await steps.Always(step => PouchTaking.Take(step, content, log));
        }
        // One letter alone too: thrown on, it would stand in the letterbox before everybody else's.
        catch (Exception fault) when (content.Letters.Count > 0)
        {
            log.PouchFaulted(content.From, fault.GetType().Name);
            await TakeEachAlone(content);
        }
    }

    private async Task TakeEachAlone(OpenedPouch content)
    {
        await steps.Always(step => PouchTaking.Take(step, content with { Letters = [] }, log));
        foreach (var letter in content.Letters)
        {
            try
            {
                await steps.Always(step => PouchTaking.Take(
                    step, content with { Letters = [letter], Receipts = [], Checkpoint = "" }, log));
            }
            catch (Exception fault)
            {
                // No receipt answers it, so its sender brings it again; the others have gone their way. When
                // the database itself is away, this entry faults too, and the carrier keeps the pouch.
                log.LetterFaulted(content.From, fault.GetType().Name);
                await steps.Always(async step =>
                {
                    await step.JournalBorder("letter-faulted", ("from", content.From),
                        ("jws_sha256", Convert.ToHexStringLower(letter.JwsSha256)),
                        ("fault", fault.GetType().Name));
                    return 0;
                });
            }
        }
    }
}
