using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>The sections of a folder, filled from a case file.</summary>
internal static class FolderForms
{
    /// <summary>
    /// What the first letter carries and the form of a case file does not ask: the same for every practice
    /// case.
    /// </summary>
    public static HeadSection Head(CaseFile file) => new()
    {
        NationalReference = $"PRACTICE-{file.Id}",
        EntryType = "RESCUE",
        Urgency = "ROUTINE",
        CriminalCaseExists = false,
    };

    public static Section Person(CaseFile file)
    {
        var person = new PersonSection
        {
            Name = Name(file.Person.Name),
            Sex = file.Person.Sex,
            Birth = Birth(file.Person.Birth),
            IsChild = Ages.IsChild(file),
            AgeDisputed = file.Person.Birth.Disputed,
            NationalityClaimed = { file.Origin },
            OtherNames = { file.Person.OtherNames.Select(OtherName) },
            Languages = { file.Person.Languages.Select(Language) },
            AccompanyingChildren = { file.Person.AccompanyingChildren.Select(Child) },
        };
        return new() { Person = person };
    }

    public static Section OriginFamily(CaseFile file) => new()
    {
        OriginFamily = new()
        {
            PlaceOfOrigin = new()
            {
                AsWritten = file.Person.PlaceOfOrigin.AsWritten,
                OwnLanguage = file.Person.PlaceOfOrigin.OwnLanguage,
            },
        },
    };

    public static Section Facts(CaseFile file) => new()
    {
        Facts = new()
        {
            Acts = { file.Facts.Acts },
            Means = { file.Facts.Means },
            Purposes = { file.Facts.Purposes },
            Sector = file.Facts.Sector,
            RelationshipToTrafficker = file.Facts.RelationshipToTrafficker,
            Account = new() { Text = file.Facts.Account.Text, Language = file.Facts.Account.Language },
        },
    };

    public static Section Identification(CaseFile file, CaseEvent identified, string body) => new()
    {
        Identification = new()
        {
            Body = body,
            Date = identified.Date,
            Indicators = { file.Facts.Indicators },
        },
    };

    public static Section Care() => new() { Care = new() { ShelterType = "GOV_EMERGENCY" } };

    private static OtherName OtherName(CaseOtherName name) =>
        new() { Text = name.Text, Script = name.Script, Kind = name.Kind };

    private static SpokenLanguage Language(CaseLanguage language) =>
        new() { Code = language.Code, Level = language.Level };

    private static AccompanyingChild Child(CaseChild child) =>
        new() { Name = Name(child.Name), Birth = Birth(child.Birth), Birthplace = child.Birthplace };

    private static PersonName Name(CaseName name) => new()
    {
        AsWritten = name.AsWritten,
        Script = name.Script,
        Title = name.Title ?? "",
        Family = name.Family ?? "",
        Middle = name.Middle ?? "",
        Given = name.Given ?? "",
        Order = name.Order switch
        {
            "given-family" => NameOrder.GivenFamily,
            "family-given" => NameOrder.FamilyGiven,
            "family-middle-given" => NameOrder.FamilyMiddleGiven,
            "single" => NameOrder.Single,
            "as_heard" => NameOrder.AsHeard,
            _ => NameOrder.Unspecified,
        },
    };

    private static BirthDate Birth(CaseBirth birth) => new()
    {
        Date = new()
        {
            AsWritten = birth.AsWritten ?? "",
            Calendar = birth.Calendar switch
            {
                "buddhist" => CalendarSystem.Buddhist,
                "gregorian" => CalendarSystem.Gregorian,
                _ => CalendarSystem.Unspecified,
            },
            Value = birth.Value,
            Precision = birth.Precision switch
            {
                "year" => DatePrecision.Year,
                "month" => DatePrecision.Month,
                _ => DatePrecision.Day,
            },
        },
        Basis = birth.Basis ?? "",
        DeclaredAge = birth.DeclaredAge ?? 0,
        NominalAge = birth.NominalAge ?? 0,
        NominalOn = birth.NominalOn ?? "",
    };
}
