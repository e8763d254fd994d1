using Referral.Contracts.Letters;

namespace Referral.Benchmarks.Border;

/// <summary>The letter that is measured: M03 with every field filled, about 1 KB before it is signed.
/// The person is invented.</summary>
internal static class Request
{
    public static Letter Body() => new()
    {
        NationalityVerificationRequested = new NationalityVerificationRequested
        {
            Name = Name("นางสาวทดสอบ ตัวอย่าง", "Thai"),
            NameVariants =
            {
                new OtherName { Text = "Thotsop Tua-yang", Script = "Latn", Kind = "generated" },
                new OtherName { Text = "ທົດສອບ ຕົວຢ່າງ", Script = "Laoo", Kind = "own_language" },
            },
            Sex = "F",
            Birth = new BirthDate
            {
                Date = new WrittenDate
                {
                    AsWritten = "1 มกราคม 2545", Calendar = CalendarSystem.Buddhist, Value = "2002-01-01",
                    Precision = DatePrecision.Day,
                },
                Basis = "DECLARED", DeclaredAge = 24,
            },
            NationalityClaimed = { "LA" },
            Languages =
            {
                new SpokenLanguage { Code = "lao", Level = "FLUENT" },
                new SpokenLanguage { Code = "tha", Level = "BASIC" },
            },
            PlaceOfOrigin = new Place
            {
                AsWritten = "บ้านตัวอย่าง เมืองตัวอย่าง แขวงสะหวันนะเขต",
                OwnLanguage = "ບ້ານຕົວຢ່າງ ເມືອງຕົວຢ່າງ ແຂວງສະຫວັນນະເຂດ",
            },
            Parents = { Name("นายพ่อตัวอย่าง", "Thai"), Name("นางแม่ตัวอย่าง", "Thai") },
        },
    };

    private static PersonName Name(string written, string script) => new()
    {
        AsWritten = written, Script = script, Given = written, Order = NameOrder.GivenFamily,
    };
}
