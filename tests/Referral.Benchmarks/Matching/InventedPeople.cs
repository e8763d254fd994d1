using System.Globalization;
using Referral.Language.Matching;

namespace Referral.Benchmarks.Matching;

/// <summary>
/// Invented persons, drawn from a seed: names composed of common parts of names, with few that many bear
/// and many that few do. Three in ten Lao, three Thai, two Chinese, two Vietnamese.
/// </summary>
internal sealed class InventedPeople(int seed)
{
    private const string ThaiFirst =
        "สม บุญ ศิริ วิ ปร ทอง จันทร์ ศรี แก้ว คำ สุ พร "
        + "ชัย นิ รัตน์ วรรณ กาญจน์ ณัฐ พิม อรุณ ธีระ มาลี ดวง เพ็ญ";
    private const string ThaiSecond =
        "ชาย ศักดิ์ มี พร ชัย ใจ ดี รัตน์ วรรณ นภา ลักษณ์ พงศ์ "
        + "เดช ยา นา ทิพย์ สุดา วัฒน์ ธิดา พล กร มา วดี รี";
    private const string ThaiThird =
        "วงศ์ สกุล ศรี ทอง สุข เจริญ รัตน์ พันธุ์ ไชย กิจ "
        + "ชาติ ดี งาม มงคล แสง ทรัพย์ โชติ บุรี สวัสดิ์ กุล";
    private const string LaoFirst =
        "ບຸນ ຄຳ ສົມ ວັນ ຈັນ ແກ້ວ ບົວ ດາວ ທອງ "
        + "ພອນ ສີ ໄຊ ວິໄລ ນາລີ ສຸກ ມະນີ ຫຼ້າ ສອນ";
    private const string LaoSecond =
        "ມີ ພອນ ສີ ໄຊ ວັນ ທອງ ດີ ຄຳ ແສງ "
        + "ນາ ສະຫວັດ ພັນ ລາດ ໃຈ ຈັນ ສຸກ ຫວັນ ເພັດ";
    private const string LaoThird =
        "ວົງ ສີ ທອງ ພັນ ຈັນ ໄຊ ສຸກ ລາດ ວິໄລ "
        + "ພົມ ອິນ ສະຫວັດ ແສງ ແກ້ວ ມະນີ ຄຳ ພູ ດາລາ";
    private const string HanFamily =
        "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 "
        + "孙 马 朱 胡 郭 何 高 林 罗 欧阳 谢 唐";
    private const string HanGiven =
        "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 "
        + "明 超 秀 英 华 建 国 平 文 玉 兰 红 志 梅 春";
    private const string VietFamily =
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ "
        + "Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý";
    private const string VietMiddle =
        "Văn Thị Hữu Đức Ngọc "
        + "Minh Thanh Xuân Quốc Kim";
    private const string VietGiven =
        "An Anh Bình Chi Cường Dung Dũng Hà Hải Hạnh Hoa Hùng "
        + "Hương Lan Linh Long Mai Nam Nga Phong Quân Sơn Tâm Yến";

    private readonly Random _lot = new(seed);

    public MatchPerson Next(int number) => new(
        number.ToString(CultureInfo.InvariantCulture),
        [_lot.Next(10) switch { < 3 => Lao(), < 6 => Thai(), < 8 => Han(), _ => Viet() }],
        Born(), _lot.Next(2) == 0 ? "F" : "M");

    private string Thai() => Two(ThaiFirst, ThaiSecond, ThaiThird);

    private string Lao() => Two(LaoFirst, LaoSecond, LaoThird);

    // Given name of two or three parts, family name of three or four: hundreds of thousands of these.
    private string Two(string first, string second, string third) =>
        $"{One(first)}{One(second)}{Maybe(second)} {One(third)}{One(second)}{One(third)}{Maybe(first)}";

    private string Maybe(string list) => _lot.Next(3) == 0 ? One(list) : "";

    private string Han() => One(HanFamily) + One(HanGiven) + (_lot.Next(4) == 0 ? "" : One(HanGiven));

    private string Viet() => $"{One(VietFamily)} {One(VietMiddle)} {One(VietGiven)}";

    // One in five is known by the year alone, and one in ten was entered as the first of January.
    private string Born()
    {
        var day = new DateOnly(1960, 1, 1).AddDays(_lot.Next(18_000));
        return _lot.Next(10) switch
        {
            < 2 => day.ToString("yyyy", CultureInfo.InvariantCulture),
            2 => day.ToString("yyyy-01-01", CultureInfo.InvariantCulture),
            _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    // The earlier in a list, the more often.
    private string One(string list)
    {
        var all = list.Split(' ');
        return all[(int)(all.Length * Math.Pow(_lot.NextDouble(), 1.6))];
    }
}
