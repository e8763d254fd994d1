using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Search;

/// <summary>
/// Keeps what a case is found by in step with its folder, or with the letters that took effect. A letter
/// without a name, or with the names already held, writes nothing.
/// </summary>
internal static class NamesToFind
{
    public static async Task OfFolder(Step step, CaseRow row, Section section)
    {
        var held = await step.NameCard(row);
        var now = section.ContentCase switch
        {
            // The folder is this side's own: a name that was corrected there is not searched for any more.
            Section.ContentOneofCase.Person => NameCard.Empty.With(
                Names(section.Person.Name, section.Person.OtherNames), Day(section.Person.Birth),
                section.Person.Sex, held.Place),
            Section.ContentOneofCase.OriginFamily =>
                held with { Place = section.OriginFamily.PlaceOfOrigin?.AsWritten ?? "" },
            _ => held,
        };
        await Keep(step, row, held, now);
    }

    public static async Task OfLetter(Step step, CaseRow row, Letter letter)
    {
        if (Said(letter) is not { } said)
        {
            return;
        }

        var held = await step.NameCard(row);
        await Keep(step, row, held, held.With(said.Names, said.Born, said.Sex, said.Place));
    }

    private static NameCard? Said(Letter letter) => letter.BodyCase switch
    {
        Letter.BodyOneofCase.VictimIdentificationNotice when letter.VictimIdentificationNotice
            is var notice =>
            NameCard.Empty.With(Names(notice.Name, []), Day(notice.Birth), notice.Sex, ""),
        // Whoever searches by the wrong name must still find the case.
        Letter.BodyOneofCase.NoticeCorrection when letter.NoticeCorrection.Notice is { } notice =>
            NameCard.Empty.With(Names(notice.Name, []), Day(notice.Birth), notice.Sex, ""),
        Letter.BodyOneofCase.NationalityVerificationRequested
            when letter.NationalityVerificationRequested is var asked =>
            NameCard.Empty.With(Names(asked.Name, asked.NameVariants), Day(asked.Birth), asked.Sex,
                asked.PlaceOfOrigin?.AsWritten ?? ""),
        Letter.BodyOneofCase.NationalityVerificationResult
            when letter.NationalityVerificationResult.Name is { } name =>
            NameCard.Empty.With(Names(name, []), "", "", ""),
        Letter.BodyOneofCase.FamilyTracingRequested
            when letter.FamilyTracingRequested.PlaceOfOrigin is { } place =>
            NameCard.Empty with { Place = place.AsWritten },
        _ => null,
    };

    private static Task Keep(Step step, CaseRow row, NameCard held, NameCard now) =>
        now.Same(held) ? Task.CompletedTask : step.WriteNameCard(row, now);

    private static IEnumerable<string> Names(PersonName? name, IEnumerable<OtherName> others) =>
        [name?.AsWritten ?? "", .. others.Where(o => o.Kind != FolderFields.GivenByBuyer)
            .Select(o => o.Text)];

    private static string Day(BirthDate? birth) => birth?.Date?.Value ?? "";
}
