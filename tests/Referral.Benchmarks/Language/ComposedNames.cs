namespace Referral.Benchmarks.Language;

/// <summary>Names composed from common parts in a fixed order, so that every run measures the same.</summary>
internal static class ComposedNames
{
    private const int Count = 20_000;

    private static readonly string[] ThaiHeads =
        ["บ้าน", "หนอง", "ดอน", "ห้วย", "ท่า", "บาง", "วัง", "โนน", "ทุ่ง", "คลอง", "นา", "โคก"];

    private static readonly string[] ThaiTails =
        ["บัว", "ทราย", "สวรรค์", "แก้ว", "กระทุ่ม", "ใหญ่", "มะขาม", "ไผ่", "เจริญ", "ตาล", "ศรี", "หลวง"];

    private static readonly string[] Families = ["王", "李", "张", "欧阳", "陈", "单", "黄", "吕"];

    private static readonly string[] Given = ["小明", "文静", "建国", "丽", "长安", "玉兰", "志强", "雪梅"];

    private static readonly string[] ThaiGiven =
        ["บัววัน", "สมพร", "ณัฐพล", "ศิริพร", "วรรณิภา", "ธนวัฒน์", "กมลชนก", "สุรชัย", "พัชรี", "อรทัย",
            "จันทร์เพ็ญ",
            "เฉลิมชัย"];

    private static readonly string[] ThaiFamilies = ["สีดา", "ทองคำ", "อินทวงศ์", "แก้วมณี", "ศรีสวัสดิ์",
        "ใจดี"];

    private static readonly string[] LaoGiven =
        ["ບົວວັນ", "ສົມພອນ", "ຄຳແພງ", "ແກ້ວ", "ວິໄລ", "ສຸກສະຫວັນ", "ນ້ອຍ", "ບຸນມີ"];

    private static readonly string[] LaoFamilies = ["ໄຊຍະວົງ", "ສີດາ", "ພົມມະຈັນ", "ແສງທອງ"];

    private static readonly string[] VietnameseFamilies = ["Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Vũ"];

    private static readonly string[] VietnameseMiddles = ["Văn", "Thị", "Ngọc", "Đức"];

    private static readonly string[] VietnameseGiven = ["Bình", "Hoa", "Điệp", "Thảo", "Ưng", "Quyên"];

    public static IReadOnlyList<string> ThaiPlaces { get; } = Composed(at =>
        Pick(ThaiHeads, at) + Pick(ThaiTails, at / 12) + (at % 3 == 0 ? Pick(ThaiTails, at / 5 + 7) : ""));

    public static IReadOnlyList<string> HanPersons { get; } =
        Composed(at => Pick(Families, at) + Pick(Given, at / 8));

    /// <summary>Persons of each script, given name and family name.</summary>
    public static IReadOnlyList<(string What, IReadOnlyList<string> Names)> Persons { get; } =
    [
        ("Thai", Composed(at => $"นางสาว{Pick(ThaiGiven, at)} {Pick(ThaiFamilies, at / 12)}")),
        ("Lao", Composed(at => $"ນາງ {Pick(LaoGiven, at)} {Pick(LaoFamilies, at / 8)}")),
        ("Chinese", HanPersons),
        ("Vietnamese", Composed(at => string.Join(' ', Pick(VietnameseFamilies, at),
            Pick(VietnameseMiddles, at / 6), Pick(VietnameseGiven, at / 24)))),
    ];

    private static IReadOnlyList<string> Composed(Func<int, string> one) =>
        [.. Enumerable.Range(0, Count).Select(one)];

    private static string Pick(string[] from, int at) => from[at % from.Length];
}
