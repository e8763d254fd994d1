using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Agreements;

/// <summary>The answer on nationality (field 45), with the field keys the origin still needs.</summary>
internal sealed record NationalityAnswer(string Result, IReadOnlyList<string> DataWanted);

/// <summary>Why a notice is corrected (field 81), and which.</summary>
internal sealed record CorrectionNamed(string Letter, string Reason);

/// <summary>
/// Which fields of the case file a letter's body really carries. Sender and receiver both ask here, so that
/// no field crosses unnamed. Name, date and place count as one field each, as they travel.
/// </summary>
internal static class LetterFields
{
    /// <summary>Also those that a correction names and empties.</summary>
    public static IReadOnlyList<string> Of(Letter letter) =>
        [.. Values(letter).Keys.Union(letter.NoticeCorrection?.Fields ?? [])];

    public static FieldValues Values(Letter letter) => letter.BodyCase switch
    {
        Letter.BodyOneofCase.VictimIdentificationNotice => Notice(letter.VictimIdentificationNotice),
        Letter.BodyOneofCase.NoticeAcknowledged =>
            new() { { "national_ref_origin", letter.NoticeAcknowledged.NationalReference } },
        Letter.BodyOneofCase.NationalityVerificationRequested =>
            Request(letter.NationalityVerificationRequested),
        Letter.BodyOneofCase.NationalityVerificationResult => Result(letter.NationalityVerificationResult),
        Letter.BodyOneofCase.FamilyTracingRequested => Tracing(letter.FamilyTracingRequested),
        Letter.BodyOneofCase.NotANational => new() { { "verification_code", letter.NotANational.Result } },
        Letter.BodyOneofCase.DiplomaticNoteReference => new() { { "note", letter.DiplomaticNoteReference } },
        Letter.BodyOneofCase.CaseTransferredOfChannel =>
            new() { { "channel_change", letter.CaseTransferredOfChannel } },
        Letter.BodyOneofCase.CodedQuestion => new() { { "question", letter.CodedQuestion } },
        Letter.BodyOneofCase.CodedAnswer => new() { { AnswerField(letter.CodedAnswer), letter.CodedAnswer } },
        Letter.BodyOneofCase.NoticeCorrection => Correction(letter.NoticeCorrection),
        _ => [],
    };

    // An answer to a question nobody knows here could be about anything: the field only few may read.
    private static string AnswerField(CodedAnswer body) =>
        QuestionBook.Shipped.Find(body.Question)?.Field ?? "answer_family";

    private static FieldValues Notice(VictimIdentificationNotice body) => new()
    {
        { "national_ref_host", body.NationalReference },
        { "origin_claimed", body.OriginClaimed },
        { "entry_type", body.EntryType },
        { "urgency", body.Urgency },
        { "name_native", body.Name },
        { "sex", body.Sex },
        { "birth_date", body.Birth },
        { "is_child", body.IsChild },
        { "age_disputed", body.AgeDisputed },
        { "nationality_claimed", body.NationalityClaimed },
        { "languages", body.Languages },
        { "accompanying_children", body.AccompanyingChildren },
        { "acts", body.Acts },
        { "means", body.Means },
        { "purposes", body.Purposes },
        { "exploitation_type", body.ExploitationTypes },
        { "sector", body.Sector },
        { "relationship_to_trafficker", body.RelationshipToTrafficker },
        { "exploitation_from", body.ExploitedFrom },
        { "exploitation_to", body.ExploitedTo },
        { "identification_body", body.IdentifiedBy },
        { "identification_date", body.IdentifiedOn },
        { "indicators", body.Indicators },
        { "shelter_type", body.ShelterType },
        { "criminal_case_exists", body.CriminalCaseExists },
    };

    private static FieldValues Correction(NoticeCorrection body)
    {
        var values = Notice(body.Notice ?? new());
        values.Add("correction_reason", body.CorrectedLetter.Length + body.Reason.Length == 0
            ? null : new CorrectionNamed(body.CorrectedLetter, body.Reason));
        return values;
    }

    private static FieldValues Request(NationalityVerificationRequested body) => new()
    {
        { "name_native", body.Name },
        { "name_variants", body.NameVariants },
        { "other_names", body.OtherNames },
        { "sex", body.Sex },
        { "birth_date", body.Birth },
        { "nationality_claimed", body.NationalityClaimed },
        { "ethnicity_language_group", body.Ethnicity },
        { "languages", body.Languages },
        { "id_documents", body.IdDocuments },
        { "place_origin", body.PlaceOfOrigin },
        { "parents", body.Parents },
    };

    private static FieldValues Result(NationalityVerificationResult body) => new()
    {
        { "verification_result", body.Result.Length == 0 && body.DataWanted.Count == 0
            ? null : new NationalityAnswer(body.Result, body.DataWanted) },
        { "origin_confirmed", body.OriginConfirmed },
        { "name_native", body.Name },
    };

    private static FieldValues Tracing(FamilyTracingRequested body) => new()
    {
        { "place_origin", body.PlaceOfOrigin },
        { "relatives", body.Relatives },
        { "description_for_tracing", body.DescriptionForTracing },
    };
}
