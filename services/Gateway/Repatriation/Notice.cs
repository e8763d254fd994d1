using Referral.Contracts.Agreements;
using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The rules before a letter about a person leaves: holds, consent, route, approval. Pure but for reading.
/// </summary>
internal static class Notice
{
    /// <summary>
    /// No letter about a person who did not consent, and none under a hold. A protection hold and a withdrawn
    /// consent are told alike: which of them it is stands in no message. Refuses: REF-2102, REF-2103.
    /// </summary>
    public static Refusal? Gate(ICaseState state, Ledger ledger, IReadOnlyList<string> scopes)
    {
        var lacking = ledger.Lacking(scopes);
        if (Holds.Has(state, Holds.Protection) || Holds.Has(state, Holds.Consent)
            || lacking.Any(ledger.WasWithdrawn))
        {
            return Refusal.Of(Refusals.OnHold);
        }

        return lacking.Count > 0
            ? Refusal.Of(Refusals.ConsentMissing, ("value", string.Join(", ", lacking))) : null;
    }

    /// <summary>
    /// The folder may say only now that the person is a child: what an adult gave is not a guardian's
    /// consent. Refuses: REF-2109.
    /// </summary>
    public static Refusal? Guardian(
        Folder folder, Course course, Ledger ledger, IReadOnlyCollection<string> scopes) =>
        folder.Person.IsChild && !(course.GuardianAppointed && ledger.ByGuardian(scopes))
            ? Refusal.Of(Refusals.GuardianMissing) : null;

    /// <summary>The routes of the country the letter leaves from. Refuses: REF-2110, REF-2112.</summary>
    public static Refusal? Route(Country country, Course course)
    {
        foreach (var route in country.Routes)
        {
            if (route.ThroughMinistry && !course.RoutedViaMinistry)
            {
                return Refusal.Of(Refusals.ThroughMinistry, ("country", country.Code), ("rule", route.Rule),
                    ("source", route.Source), ("mark", route.Mark));
            }

            if (route.NeedsApproval && !course.ReleaseApproved)
            {
                return Refusal.Of(Refusals.ApprovalMissing, ("rule", route.Rule), ("source", route.Source),
                    ("mark", route.Mark));
            }
        }

        return null;
    }

    /// <summary>NoInstrument is possible only where none is operated: else there is a proper way.</summary>
    public static Refusal? NothingOperated(CaseRow row, Register register, DateTimeOffset now)
    {
        var operated = InstrumentBook.Shipped.Between(row.Host, row.Origin)
            .FirstOrDefault(i => i.Carries(LetterKinds.Notice) && register.OperatedAt(i, now));
        return operated is null ? null : Refusal.Of(Refusals.ThereIsAWay, ("instrument", operated.Id));
    }

    /// <summary>M30: number and date of a note that went on paper.</summary>
    public static Decision<LetterToWrite> NoteLetter(
        Step step, CaseRow row, string number, string date, Register register, Ledger ledger)
    {
        var body = new Letter
        {
            DiplomaticNoteReference = new DiplomaticNoteReference
            {
                Number = number,
                Date = date,
                Ministry = Posts.OfKind(step.Identity.Country, "MINISTRY_FOREIGN_AFFAIRS"),
                Embassy = Posts.EmbassyAt(step.Identity.Trust, row.Other, step.Us) ?? "",
            },
        };
        return Heads.Complete(
            step, row, body, LetterKinds.Note, "", register, ledger.Reference([Ledger.NotifyOrigin]));
    }
}
