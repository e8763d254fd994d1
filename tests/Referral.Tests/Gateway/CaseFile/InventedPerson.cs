using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.CaseFile.Rules;

namespace Referral.Tests.Gateway.CaseFile;

/// <summary>A folder about an invented person; village and family are invented too.</summary>
internal static class InventedPerson
{
    public static readonly DateOnly Today = new(2025, 7, 21);

    /// <summary>Fields without which no notice is made.</summary>
    public static readonly string[] NeededForNotice =
    [
        "name_native", "sex", "birth_date", "acts", "purposes", "identification_body", "identification_date",
    ];

    public static Folder Folder(string host = "TH", string origin = "LA") =>
        new(host, origin, Head(), Person(), Family(), Facts(), Identification(), Care());

    public static HeadSection Head() => new()
    {
        NationalReference = "INVENTED-1", EntryType = "RESCUE", Urgency = "ROUTINE",
        CriminalCaseExists = true,
    };

    public static PersonSection Person() => new()
    {
        Name = new()
        {
            AsWritten = "นางสาวบัววัน สีสวัสดิ์", Script = "Thai", Title = "นางสาว", Given = "บัววัน",
            Family = "สีสวัสดิ์", Order = NameOrder.GivenFamily,
        },
        OtherNames =
        {
            new OtherName { Text = "ບົວວັນ ສີສະຫວັດ", Script = "Laoo", Kind = "own_language" },
            new OtherName { Text = "小芳", Script = "Hans", Kind = "given_by_buyer" },
        },
        Sex = "F",
        Birth = new()
        {
            Date = new()
            {
                AsWritten = "17 สิงหาคม 2547", Calendar = CalendarSystem.Buddhist, Value = "2004-08-17",
                Precision = DatePrecision.Day,
            },
            Basis = "declared",
        },
        NationalityClaimed = { "LA" },
        Languages = { new SpokenLanguage { Code = "lao", Level = "native" } },
        Ethnicity = "ลาวลุ่ม",
    };

    public static OriginFamilySection Family() => new()
    {
        PlaceOfOrigin = new() { AsWritten = "บ้านตัวอย่าง", OwnLanguage = "ບ້ານຕົວຢ່າງ" },
        Relatives =
        {
            new Relative
            {
                Name = new() { AsWritten = "แม่สมมติ", Script = "Thai" }, Relation = "mother",
                Telephone = "000-INVENTED",
            },
        },
        DescriptionForTracing = new() { Text = "บ้านใกล้วัด (สมมติ)", Language = "th" },
    };

    public static FactsSection Facts() => new()
    {
        Acts = { "RECRUIT", "TRANSPORT" },
        Means = { "DECEPTION" },
        Purposes = { "FORCED_LABOUR" },
        ExploitationTypes = { "ForcedLabour" },
        Sector = "FACTORY",
        RelationshipToTrafficker = "NEIGHBOUR",
        ExploitedFrom = "2025-01-05",
        ExploitedTo = "2025-06",
        Account = new() { Text = "เรื่องสมมติ", Language = "th" },
    };

    public static IdentificationSection Identification() =>
        new() { Body = "TH-WELFARE", Date = "2025-07-15", Indicators = { "DR1" } };

    public static CareSection Care() => new()
    {
        ShelterType = "GOV_LONG", ShelterNameAddress = "invented shelter", SafeContact = "invented contact",
        EarlierCaseLink = "invented link",
    };
}
