using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>What a folder holds, by field key, in the order of the form.</summary>
internal static class FolderFields
{
    /// <summary>Kind of another name that a trafficker or buyer gave (field 12); every other kind is a
    /// variant.</summary>
    public const string GivenByBuyer = "given_by_buyer";

    private static readonly string[] Parental = ["father", "mother", "parent"];

    public static FieldValues Of(Folder folder)
    {
        var all = new FieldValues { { "origin_claimed", folder.Origin } };
        FieldValues[] sections =
        [
            Of(folder.Head), Of(folder.Person), Of(folder.OriginFamily), Of(folder.Facts),
            Of(folder.Identification), Of(folder.Care),
        ];
        foreach (var (key, value) in sections.SelectMany(s => s))
            all.Add(key, value);
        return all;
    }

    public static FieldValues Of(Section section) => section.ContentCase switch
    {
        Section.ContentOneofCase.Head => Of(section.Head),
        Section.ContentOneofCase.Person => Of(section.Person),
        Section.ContentOneofCase.OriginFamily => Of(section.OriginFamily),
        Section.ContentOneofCase.Facts => Of(section.Facts),
        Section.ContentOneofCase.Identification => Of(section.Identification),
        Section.ContentOneofCase.Care => Of(section.Care),
        _ => [],
    };

    private static FieldValues Of(HeadSection head) => new()
    {
        { "national_ref_host", head.NationalReference },
        { "entry_type", head.EntryType },
        { "urgency", head.Urgency },
        { "criminal_case_exists", head.CriminalCaseExists },
    };

    private static FieldValues Of(PersonSection person) => new()
    {
        { "name_native", person.Name },
        { "name_variants", person.OtherNames.Where(n => n.Kind != GivenByBuyer).ToList() },
        { "other_names", person.OtherNames.Where(n => n.Kind == GivenByBuyer).ToList() },
        { "sex", person.Sex },
        { "birth_date", person.Birth },
        { "is_child", person.IsChild },
        { "age_disputed", person.AgeDisputed },
        { "nationality_claimed", person.NationalityClaimed },
        { "ethnicity_language_group", person.Ethnicity },
        { "languages", person.Languages },
        { "id_documents", person.IdDocuments },
        { "accompanying_children", person.AccompanyingChildren },
    };

    private static FieldValues Of(OriginFamilySection family) => new()
    {
        { "place_origin", family.PlaceOfOrigin },
        // The parents' names alone may go where the relatives may not.
        { "parents", family.Relatives.Where(IsParent).Select(r => r.Name).OfType<PersonName>().ToList() },
        { "relatives", family.Relatives },
        { "description_for_tracing", family.DescriptionForTracing },
    };

    private static FieldValues Of(FactsSection facts) => new()
    {
        { "acts", facts.Acts },
        { "means", facts.Means },
        { "purposes", facts.Purposes },
        { "exploitation_type", facts.ExploitationTypes },
        { "sector", facts.Sector },
        { "relationship_to_trafficker", facts.RelationshipToTrafficker },
        { "exploitation_from", facts.ExploitedFrom },
        { "exploitation_to", facts.ExploitedTo },
        { "account", facts.Account },
    };

    private static FieldValues Of(IdentificationSection identification) => new()
    {
        { "identification_body", identification.Body },
        { "identification_date", identification.Date },
        { "indicators", identification.Indicators },
    };

    private static FieldValues Of(CareSection care) => new()
    {
        { "shelter_type", care.ShelterType },
        { "shelter_name_address", care.ShelterNameAddress },
        { "safe_contact", care.SafeContact },
        { "earlier_case_link", care.EarlierCaseLink },
    };

    private static bool IsParent(Relative relative) =>
        Parental.Contains(relative.Relation, StringComparer.OrdinalIgnoreCase);
}
