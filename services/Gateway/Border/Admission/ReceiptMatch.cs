using System.Text.RegularExpressions;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Admission;

/// <summary>A letter of ours that a receipt may speak of.</summary>
/// <param name="LetterId">UUIDv7.</param>
/// <param name="To">Its receiver: the only country whose receipt counts.</param>
/// <param name="Sha256">Of the JWS sent last.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Replaces">SHA-256 of the JWS sent before re-signing; a receipt for it counts too.</param>
internal sealed record DueLetter(
    string LetterId, string To, byte[] Sha256, RemState State, byte[]? Replaces = null);

/// <summary>What one outcome of a verified receipt does to one letter of ours.</summary>
internal abstract record Matched
{
    private Matched()
    {
    }

    /// <summary>No longer due. The code is a REF number, or empty.</summary>
    internal sealed record Settle(RemState State, string Code) : Matched;

    /// <summary>It waits for a gap over there: send again less often.</summary>
    internal sealed record Slow : Matched;

    /// <summary>Settled before; the first outcome stands. Contradicts: this one says another.</summary>
    internal sealed record AlreadySettled(bool Contradicts) : Matched;

    internal sealed record NotOurs(Refusal Refusal) : Matched;
}

/// <summary>
/// Only the receiver of a letter settles it, and only by the hash of what it was sent. Refuses: REF-2414.
/// </summary>
internal static partial class ReceiptMatch
{
    /// <param name="signer">Country whose signature on the receipt held.</param>
    /// <param name="outcome">One line of the receipt.</param>
    /// <param name="due">Our letter of that id; null where we wrote none.</param>
    internal static Matched Of(string signer, Outcome outcome, DueLetter? due)
    {
        if (due is null || due.LetterId != outcome.LetterId)
            return NotOurs(outcome, "unknown letter");
        if (due.To != signer)
            return NotOurs(outcome, "not from the receiver");
        if (!Names(outcome, due.Sha256) && !Names(outcome, due.Replaces))
            return NotOurs(outcome, "other hash");
        if (!RemTransitions.ByReceipt(outcome.State) || !Code().IsMatch(outcome.Code))
            return NotOurs(outcome, "state or code");
        if (RemTransitions.Settled(due.State))
            return new Matched.AlreadySettled(
                Contradicts: RemTransitions.Settled(outcome.State) && outcome.State != due.State);
        if (!RemTransitions.May(due.State, outcome.State))
            return NotOurs(outcome, "never sent");
        return outcome.State == RemState.RelayAcceptance
            ? new Matched.Slow()
            : new Matched.Settle(outcome.State, outcome.Code);
    }

    private static bool Names(Outcome outcome, byte[]? sha256) =>
        sha256 is not null && outcome.LetterSha256.Span.SequenceEqual(sha256);

    private static Matched.NotOurs NotOurs(Outcome outcome, string reason) =>
        new(BorderRefusals.ReceiptNotOurs(outcome.LetterId, reason));

    [GeneratedRegex("^(REF-[0-9]{4})?\\z")]
    private static partial Regex Code();
}
