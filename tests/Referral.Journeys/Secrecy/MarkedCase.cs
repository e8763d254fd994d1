using Referral.Network.Cases;

namespace Referral.Journeys.Secrecy;

/// <summary>
/// Sample case C1 with marks in every text that tells of the person. She is invented, like all here.
/// </summary>
internal static class MarkedCase
{
    private const string ThaiGiven = "ซ่อนเร้นลับ";
    private const string ThaiFamily = "หาไม่พบเลย";
    private const string ThaiPlace = "บ้านปกปิดมิดชิด";
    private const string ThaiAccount = "คำให้การห้ามเผย";
    private const string ThaiNote = "บันทึกห้ามเผย";
    private const string LaoName = "ລັບສະໜິດຫຼາຍ";
    private const string LaoPlace = "ບ້ານເຊື່ອງໄວ້";
    private const string LatinName = "Zxqvorahnu";
    private const string LatinAccount = "Wqzyxkelpo";

    /// <summary>Every mark, and the Latin ones in the cases that a program might give them.</summary>
    public static IReadOnlyList<string> Marks { get; } =
    [
        ThaiGiven, ThaiFamily, ThaiPlace, ThaiAccount, ThaiNote, LaoName, LaoPlace,
        LatinName, LatinName.ToLowerInvariant(), LatinName.ToUpperInvariant(), LatinAccount,
    ];

    /// <summary>Marks that a folder shows to the officer who cares for the person.</summary>
    public static IReadOnlyList<string> Shown { get; } =
        [ThaiGiven, ThaiFamily, ThaiPlace, ThaiAccount, LaoName, LaoPlace, LatinName, LatinAccount];

    public static CaseFile File()
    {
        var file = CaseLibrary.Sample("C1");
        return file with
        {
            Person = file.Person with
            {
                Name = new($"นางสาว{ThaiGiven} {ThaiFamily}", "Thai", "นางสาว", ThaiFamily, null, ThaiGiven,
                    "given-family"),
                OtherNames = [new(LaoName, "Laoo", "own_language"), new(LatinName, "Latn", "document")],
                PlaceOfOrigin = new(ThaiPlace, LaoPlace),
            },
            Facts = file.Facts with { Account = new("th", $"{ThaiAccount} {LatinAccount}") },
            Events = [.. file.Events.Select(one =>
                one.Event == "ScreeningDone" ? one with { Note = ThaiNote } : one)],
        };
    }
}
