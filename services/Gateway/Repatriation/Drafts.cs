using Referral.Contracts.Agreements;
using Referral.Contracts.Desk;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>What the officers see of a draft before it is signed.</summary>
internal static class Drafts
{
    public static LetterDraft Show(
        Step step, CaseRow row, IReadOnlyList<MadeLetter> made, uint revision, string account,
        IReadOnlyList<string> kinds)
    {
        var head = made[0].Letter.Draft.Head;
        var instrument = InstrumentBook.Shipped.Find(head.AgreementId)!;
        var fields = made.SelectMany(m => m.Body.Fields).Distinct().ToList();
        return new LetterDraft
        {
            Case = row.LocalNumber,
            Kinds = { kinds },
            AgreementId = head.AgreementId,
            AgreementVersion = head.AgreementVersion,
            AgreementRule = head.AgreementRule,
            AgreementStatus = instrument.Status,
            AgreementMark = instrument.Mark,
            AgreementSource = instrument.Source,
            ToCountry = row.Other,
            ToPost = head.ToPost,
            ViewerPosts = { head.ViewerPosts },
            DataClass = DataClass.Highest(made.Select(m => m.Body.DataClass)),
            Fields = { fields },
            LeftOut =
            {
                made.SelectMany(m => m.Body.LeftOut).Where(l => !fields.Contains(l.Field))
                    .DistinctBy(l => l.Field)
                    .Select(l => new FieldLeftOut { Field = l.Field, Code = l.Code }),
            },
            NeedsSecondOfficer = NeedsSecond(made.Select(m => m.Letter)),
            PreparedBy = account,
            Revision = revision,
            Warnings = { Warnings(instrument) },
        };
    }

    /// <summary>Class P3 and above, and the nationality answer, need a second officer.</summary>
    public static bool NeedsSecond(IEnumerable<LetterToWrite> letters) => letters.Any(letter =>
        Heads.KindOf(letter.Kind).SecondPerson
        || DataClass.Highest([letter.Draft.Head.DataClass, "P2"]) != "P2");

    private static IEnumerable<string> Warnings(Instrument instrument) =>
        instrument.Status == InstrumentStatus.SignedNotConfirmed ? [instrument.Status] : [];
}
