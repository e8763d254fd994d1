using System.Globalization;

namespace Referral.Language.Calendars;

/// How each language writes a date.
internal static class DateStyle
{
    static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December"];

    public static string Write(int year, int? month, int? day, string language) => language switch
    {
        "th" => $"{Start(month, day, "th")}พ.ศ. {Number(BuddhistYears.FromGregorian(year, month))}",
        "lo" => $"{Start(month, day, "lo")}ຄ.ສ. {Number(year)}",
        "zh" => $"{year}年{(month is null ? "" : $"{month}月")}{(day is null ? "" : $"{day}日")}",
        "vi" => $"{Two(day)}{Two(month)}{Number(year)}",
        "en" => $"{(day is null ? "" : $"{day} ")}{EnglishMonth(month)}{Number(year)}",
        _ => throw new ArgumentOutOfRangeException(nameof(language), "Known languages: lo, th, zh, vi, en."),
    };

    static string Start(int? month, int? day, string language)
    {
        if (month is not { } known) return "";
        var name = Months.Of(known, language);
        return day is null ? $"{name} " : $"{day} {name} ";
    }

    static string EnglishMonth(int? month) => month is { } known ? English[known - 1] + " " : "";

    static string Two(int? part) =>
        part is { } known ? known.ToString("00'/'", CultureInfo.InvariantCulture) : "";

    static string Number(int year) => year.ToString(CultureInfo.InvariantCulture);
}
