using System.Security.Cryptography;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Repatriation;

namespace Referral.Gateway.Border.Admission;

/// <summary>
/// Decides about a letter whose signature held. The order is part of the rule: whose it is; whether it came
/// before; whether it is for us; which referral; whether its turn has come; and only then what is in it. So a
/// neighbour can neither claim an id nor take a number of another's, and a defect never overtakes an earlier
/// letter. Refuses: REF-2401, REF-2403, REF-2405 to REF-2411, REF-2416.
/// </summary>
internal static class Admission
{
    internal static Verdict Of(OpenedLetter opened, Known known)
    {
        var head = opened.Letter.Head ?? new Letterhead();
        return Identity(head, opened, known)
            ?? Repeat(head, opened, known)
            ?? Address(head, known)
            ?? Referral(head, known)
            ?? Turn(head, known)
            ?? Defects.Of(head, opened, known)
            ?? new Verdict.Admit();
    }

    private static Verdict? Identity(Letterhead head, OpenedLetter opened, Known known)
    {
        if (head.FromCountry != opened.Signer || opened.Signer != known.PouchFrom)
            return new Verdict.Unreadable(BorderRefusals.NotFromSigner(head.FromCountry, opened.Signer));
        // An id spelled two ways would be two ids.
        return Guid.TryParseExact(head.LetterId, "D", out var id) && id.ToString("D") == head.LetterId
            ? null
            : new Verdict.Unreadable(BorderRefusals.Unopened("letter id"));
    }

    private static Verdict? Repeat(Letterhead head, OpenedLetter opened, Known known)
    {
        if (known.SameId is not { } first)
            return null;
        return Same(first.Sha256, opened.Sha256)
            || Same(first.Replaces, opened.Sha256) || Replaces(head, first)
            ? new Verdict.Repeat(first.ReceiptId)
            : new Verdict.Refuse(BorderRefusals.IdTwice(head.LetterId), RemState.RelayRejection, false, true);
    }

    private static Verdict? Address(Letterhead head, Known known) =>
        head.ToCountry == known.Us
            ? null
            : Unnumbered(BorderRefusals.WrongReceiver(head.ToCountry, known.Us), alert: false);

    private static Verdict? Referral(Letterhead head, Known known)
    {
        if (!ReferralNumber.TryParse(head.Referral, out var referral)
            || !referral.IsBetween(head.FromCountry, head.ToCountry))
            return Unnumbered(BorderRefusals.ReferralNotTheirs(head.Referral), alert: false);
        // Numbers with us as host are given by us alone.
        return referral.Host == known.Us && !known.ReferralKnown
            ? Unnumbered(BorderRefusals.ReferralNotTheirs(head.Referral), alert: false)
            : null;
    }

    private static Verdict? Turn(Letterhead head, Known known)
    {
        if (head.Number == 0 || head.Number < known.NextNumber || known.NumberTaken)
            return Unnumbered(BorderRefusals.NumberTaken(head.Referral, head.Number), alert: true);
        return head.Number > known.NextNumber ? new Verdict.Hold() : null;
    }

    private static Verdict.Refuse Unnumbered(Refusal refusal, bool alert) =>
        new(refusal, RemState.RelayRejection, TakesNumber: false, alert);

    private static bool Same(byte[]? one, byte[] other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(one, other);

    private static bool Replaces(Letterhead head, InboxRow first) =>
        head.Replaces.Length > 0 && head.Replaces == Convert.ToHexStringLower(first.Sha256);
}
