using Referral.Contracts.Agreements;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Agreements;

internal static partial class Judge
{
    /// <summary>
    /// The receiver's judgment of an opened letter: by its own register as it stood when the letter was
    /// written, under the agreement, version and rule the letter names, and by what the body really carries.
    /// A void goes under the agreement of the letter it replaces, operated still or not. Refuses REF-2206 (a
    /// version not held here), REF-2413 (not operated here at that time), REF-2408 (body and kind differ),
    /// REF-2202 (another rule than ours), and what the sender should have refused itself.
    /// </summary>
    public static Decision<Permission> PermitArrived(Letter letter, Register register)
    {
        var head = letter.Head;
        var carried = LetterFields.Of(letter);
        var asked = new LetterAsked(
            head.FromCountry, head.ToCountry, Country(head.Referral, 1), Country(head.Referral, 2),
            head.Kind, carried, LetterPurpose.Of(letter));
        var instrument = InstrumentBook.Shipped.Find(head.AgreementId);
        if (instrument is null || instrument.Version != head.AgreementVersion)
            return Refusal.Of(Refusals.VersionNotHeld,
                ("instrument", head.AgreementId), ("value", head.AgreementVersion),
                ("rule", head.AgreementRule),
                ("letter", head.Kind), ("country", head.FromCountry), ("country2", head.ToCountry));

        var at = head.WrittenAt.ToDateTimeOffset();
        var ground = new Ground(instrument, register.StatusAt(instrument, at));
        var kind = LetterBook.Shipped.Find(head.Kind);
        if (kind is null || LetterKinds.Of(letter) != kind.Id)
            return Refusals.Under(Refusals.KindUnknown, asked, ground);
        if (kind.Id != Void && !register.OperatedAt(instrument, at))
            return Refusals.Under(Refusals.NotOperatedHere, asked, ground);
        if (!instrument.Joins(head.FromCountry, head.ToCountry)
            || head.AgreementRule != Refusals.Rule(instrument.Id, head.Kind)
            || (kind.Id != Void && !instrument.Carries(kind.Id)))
            return Refusals.Under(Refusals.LetterNotCovered, asked, ground);
        if (LetterPurpose.QuestionIn(letter) is { } code && QuestionBook.Shipped.Find(code) is null)
            return Refusal.Of(Refusals.CodeUnknown, ("field", "question"), ("value", "-"));
        if (letter.NoticeCorrection?.Fields.Any(key => FieldBook.Shipped.Find(key) is null) == true)
            return Refusal.Of(Refusals.CodeUnknown, ("field", "fields"), ("value", "-"));
        if (OfficialNamed(letter))
            return Refusals.Under(
                Refusals.FieldNeverCrosses, asked, ground, ("field", "relationship_to_trafficker"));
        return Under(ground, kind, asked);
    }

    private const string Void = "VOID";

    // That an official is suspected never crosses through the ordinary channel (roles, 5.3).
    private static bool OfficialNamed(Letter letter) =>
        (letter.VictimIdentificationNotice ?? letter.NoticeCorrection?.Notice)
            ?.RelationshipToTrafficker == "OFFICIAL";

    // RC-<host>-<origin>-…; a number in another form names no country and then fits no direction.
    private static string Country(string referral, int place) =>
        referral.Split('-').ElementAtOrDefault(place) ?? "";
}
