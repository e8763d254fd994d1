using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>The body of M03 from the fields chosen for it. Of the relatives the parents' names alone
/// go.</summary>
internal static class RequestBody
{
    public static NationalityVerificationRequested Of(FieldValues chosen) => new()
    {
        Name = chosen.Get<PersonName>("name_native"),
        NameVariants = { chosen.List<OtherName>("name_variants") },
        OtherNames = { chosen.List<OtherName>("other_names") },
        Sex = chosen.Text("sex"),
        Birth = chosen.Get<BirthDate>("birth_date"),
        NationalityClaimed = { chosen.List<string>("nationality_claimed") },
        Ethnicity = chosen.Text("ethnicity_language_group"),
        Languages = { chosen.List<SpokenLanguage>("languages") },
        IdDocuments = { chosen.List<IdDocument>("id_documents") },
        PlaceOfOrigin = chosen.Get<Place>("place_origin"),
        Parents = { chosen.List<PersonName>("parents") },
    };
}
