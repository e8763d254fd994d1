using System.Text.RegularExpressions;

namespace Referral.Language.Calendars;

/// The numbers of a date as they stand in a text, in no calendar yet.
internal sealed record WrittenDate(int Year, int? Month, int? Day, Calendar? Era);

/// Finds the one date a text holds.
internal static partial class DateText
{
    /// Null when there is no year, more than one date, or numbers that form none.
    public static WrittenDate? Parts(string asWritten)
    {
        var text = Digits(asWritten).ToLowerInvariant();
        Calendar? era = BuddhistEra().IsMatch(text) ? Calendar.Buddhist
            : CommonEra().IsMatch(text) ? Calendar.Gregorian : null;
        text = CommonEra().Replace(BuddhistEra().Replace(text, " "), " ");
        text = Remarks().Replace(text, " ");
        Months.Numbered(text, out text);
        text = Words().Replace(text, "/");
        // "March 2, 1999": only behind a month's name may the day stand second.
        return Find(NamedMonthFirst().Replace(text, "${d}/${m}/${y}").Replace('~', '/'), era);
    }

    static WrittenDate? Find(string text, Calendar? era)
    {
        // The forms from the most to the least precise; two dates in one text are no date.
        foreach (var form in new[] { DayFirst(), YearFirst(), MonthFirst(), YearMonth(), YearAlone() })
        {
            var found = form.Matches(text);
            if (found.Count > 1) return null;
            if (found.Count == 0) continue;
            return new WrittenDate(Part(found[0], "y")!.Value, Part(found[0], "m"), Part(found[0], "d"), era);
        }
        return null;
    }

    static int? Part(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value) : null;

    /// A Gregorian value as stored: yyyy, yyyy-MM, yyyy-MM-dd; false when it is no date.
    public static bool TryValue(string value, Precision precision, out int year, out int? month, out int? day)
    {
        (year, month, day) = (0, null, null);
        var match = Stored().Match(value);
        if (!match.Success) return false;
        (year, month, day) = (Part(match, "y")!.Value, Part(match, "m"), Part(match, "d"));
        if ((month is not null) != (precision >= Precision.Month)) return false;
        if ((day is not null) != (precision == Precision.Day)) return false;
        if (year < 1 || month is < 1 or > 12) return false;
        return day is null || day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value);
    }

    static string Digits(string text) => string.Concat(text.Select(letter => letter switch
    {
        >= '๐' and <= '๙' => (char)('0' + (letter - '๐')),
        >= '໐' and <= '໙' => (char)('0' + (letter - '໐')),
        >= '０' and <= '９' => (char)('0' + (letter - '０')),
        _ => letter,
    }));

    [GeneratedRegex(@"พ\s?\.\s?ศ\s?\.?|พุทธศักราช|ພ\s?\.\s?ສ\s?\.?|佛历|\bb\.?e\.?\b")]
    private static partial Regex BuddhistEra();

    [GeneratedRegex(@"ค\s?\.\s?ศ\s?\.?|คริสต์ศักราช|ຄ\s?\.\s?ສ\s?\.?|公元|\bc\.?e\.?\b|\ba\.?d\.?\b")]
    private static partial Regex CommonEra();

    [GeneratedRegex(@"\([^)]*\)|（[^）]*）")]
    private static partial Regex Remarks();

    [GeneratedRegex(@"\s*(年|月|日|号|tháng|năm|ngày|เดือน|ปี|วันที่|ວັນທີ|ເດືອນ|ປີ)\s*")]
    private static partial Regex Words();

    const string Gap = @"[\s/.,\-]+";
    const string Year = @"(?<y>\d{4})(?!\d)";

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})" + Gap + @"(?<m>\d{1,2})" + Gap + Year)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})" + Gap + @"(?<m>\d{1,2})" + Gap + @"(?<d>\d{1,2})(?!\d)")]
    private static partial Regex YearFirst();

    const string NothingBefore = @"(?<!\d[\s/.,\-]*)";

    [GeneratedRegex(NothingBefore + @"~(?<m>\d{1,2})~\s*(?<d>\d{1,2})(st|nd|rd|th)?\s*,?\s+" + Year)]
    private static partial Regex NamedMonthFirst();

    [GeneratedRegex(NothingBefore + @"(?<m>\d{1,2})" + Gap + Year)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(NothingBefore + @"(?<y>\d{4})" + Gap + @"(?<m>\d{1,2})(?![\s/.,\-]*\d)")]
    private static partial Regex YearMonth();

    [GeneratedRegex(NothingBefore + Year + @"(?![\s/.,\-]*\d)")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^(?<y>\d{4})(-(?<m>\d{2})(-(?<d>\d{2}))?)?$")]
    private static partial Regex Stored();
}
