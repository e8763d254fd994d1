using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The part of a letterhead that a rule settles: agreement, purpose, class, posts, consent.
/// </summary>
internal static class Heads
{
    public static Decision<LetterToWrite> Complete(
        Step step, CaseRow row, Letter body, string kind, string toPost, Register register, string consent)
    {
        var fields = LetterFields.Of(body);
        var permitted = Judge.Permit(
            new LetterAsked(
                step.Us, row.Other, row.Host, row.Origin, kind, [.. fields], LetterPurpose.Of(body)),
            register, step.Now);
        if (permitted.Refused)
        {
            return permitted.Refusal;
        }

        var address = Posts.Address(step.Identity.Trust, row.Other, toPost);
        if (address is null)
        {
            return Refusal.Of("REF-2003", ("post", toPost));
        }

        var head = new Letterhead
        {
            Kind = kind,
            FromPost = Posts.OfKind(step.Identity.Country, "HOME_DESK"),
            ToPost = address,
            AgreementId = permitted.Outcome.Instrument.Id,
            AgreementVersion = permitted.Outcome.Version,
            AgreementRule = permitted.Outcome.Rule,
            Purpose = permitted.Outcome.Purpose,
            DataClass = permitted.Outcome.DataClass,
            ConsentReference = consent,
        };
        head.Languages.Add(step.Identity.Country.Language);
        if (Posts.EmbassyAt(step.Identity.Trust, row.Other, step.Us) is { } embassy && embassy != address)
        {
            head.ViewerPosts.Add(embassy);
        }

        var letter = body.Clone();
        letter.Head = head;
        return new LetterToWrite(letter);
    }

    public static LetterKind KindOf(string kind) =>
        LetterBook.Shipped.Find(kind) ?? throw new InvalidOperationException($"No letter {kind}.");
}
