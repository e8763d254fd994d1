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

    public static IReadOnlyList<string> ThaiPlaces { get; } = Composed(at =>
        Pick(ThaiHeads, at) + Pick(ThaiTails, at / 12) + (at % 3 == 0 ? Pick(ThaiTails, at / 5 + 7) : ""));

    public static IReadOnlyList<string> HanPersons { get; } =
        Composed(at => Pick(Families, at) + Pick(Given, at / 8));

    private static IReadOnlyList<string> Composed(Func<int, string> one) =>
        [.. Enumerable.Range(0, Count).Select(one)];

    private static string Pick(string[] from, int at) => from[at % from.Length];
}
