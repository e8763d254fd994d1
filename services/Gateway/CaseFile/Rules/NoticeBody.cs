using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>The body of M01 from the fields chosen for it.</summary>
internal static class NoticeBody
{
    private const int YearAndMonth = 7;

    public static VictimIdentificationNotice Of(FieldValues chosen) => new()
    {
        NationalReference = chosen.Text("national_ref_host"),
        OriginClaimed = chosen.Text("origin_claimed"),
        EntryType = chosen.Text("entry_type"),
        Urgency = chosen.Text("urgency"),
        Name = chosen.Get<PersonName>("name_native"),
        Sex = chosen.Text("sex"),
        Birth = chosen.Get<BirthDate>("birth_date"),
        IsChild = chosen.Holds("is_child"),
        AgeDisputed = chosen.Holds("age_disputed"),
        NationalityClaimed = { chosen.List<string>("nationality_claimed") },
        Languages = { chosen.List<SpokenLanguage>("languages") },
        AccompanyingChildren = { chosen.List<AccompanyingChild>("accompanying_children") },
        Acts = { chosen.List<string>("acts") },
        Means = { chosen.List<string>("means") },
        Purposes = { chosen.List<string>("purposes") },
        ExploitationTypes = { chosen.List<string>("exploitation_type") },
        Sector = chosen.Text("sector"),
        RelationshipToTrafficker = Told(chosen.Text("relationship_to_trafficker")),
        ExploitedFrom = Short(chosen.Text("exploitation_from")),
        ExploitedTo = Short(chosen.Text("exploitation_to")),
        IdentifiedBy = chosen.Text("identification_body"),
        IdentifiedOn = chosen.Text("identification_date"),
        Indicators = { chosen.List<string>("indicators") },
        ShelterType = chosen.Text("shelter_type"),
        CriminalCaseExists = chosen.Holds("criminal_case_exists"),
    };

    // That an official is suspected stays at home; a missing code would tell as much as the code itself.
    private static string Told(string relationship) =>
        relationship == LetterBodies.Official ? "UNKNOWN" : relationship;

    // The row allows the short form: year, or year and month.
    private static string Short(string date) => date.Length > YearAndMonth ? date[..YearAndMonth] : date;
}
