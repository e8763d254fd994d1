using Referral.Contracts.Letters;
using Shouldly;

namespace Referral.Tests.Gateway.Running;

/// <summary>Brings letters written by hand to a real border, and looks at what became of each.</summary>
internal sealed class BroughtLetters(RunningGateways gateways)
{
    private readonly LetterByHand _hand = new(gateways);

    public Task<string> TakesEffect(Letter letter) => IsRefused(letter, RemState.Delivery, "");

    /// <summary>
    /// Brings it with a good letter behind it; then looks at row, journal and receipt of the bad one.
    /// </summary>
    public async Task<string> IsRefused(
        Letter letter, RemState state, string code, bool ownCase = true, bool alert = false)
    {
        var signed = _hand.Sign(letter);
        var good = _hand.Sign(_hand.Notice(_hand.NewReferral()));

        await _hand.BringSigned(signed, good);

        var row = (await _hand.Row(signed)).ShouldNotBeNull();
        ((RemState)row.State, row.Code ?? "").ShouldBe((state, code));
        (row.CaseId is not null).ShouldBe(ownCase);
        (row.SealedJws is null).ShouldBe(code.Length > 0);
        (await _hand.Told(signed)).ShouldBe((state, code));
        (await _hand.Told(good)).ShouldBe((RemState.Delivery, ""));
        var journal = ownCase
            ? await JournalTexts.Of(gateways, "LA", letter.Head.Referral)
            : await JournalTexts.Border(gateways, "LA");
        var entry = journal.Last(e => e.GetValueOrDefault("letter_sha256") == LetterByHand.Sha256(signed)
            && e["kind"] is "letter-admitted" or "letter-refused");
        entry.GetValueOrDefault("code", "").ShouldBe(code);
        if (code.Length > 0)
            entry["alert"].ShouldBe(alert ? "yes" : "no");
        return signed;
    }
}
