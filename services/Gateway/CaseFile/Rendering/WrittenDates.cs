using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Language;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>Dates: as written, and the normalised date in the words and calendar of the reader.</summary>
internal static class WrittenDates
{
    public static Shown Of(BirthDate birth, Reading reading)
    {
        var value = birth.Date?.Value ?? "";
        var told = Beside(Told(value, reading.Reader), birth, reading.Reader);
        var written = birth.Date?.AsWritten is { Length: > 0 } paper
            ? paper : Beside(Told(value, reading.Writer), birth, reading.Writer);
        return new(written, reading.Writer, told.Length == 0 ? [] : [View(told, reading.Reader)]);
    }

    /// <summary>A plain date of the form, such as the day of identification.</summary>
    public static Shown Of(string value, Reading reading) =>
        new(Told(value, reading.Writer), reading.Writer, [View(Told(value, reading.Reader), reading.Reader)]);

    public static string Told(WrittenDate? date, string language) => Told(date?.Value ?? "", language);

    /// <summary>Empty stays empty; what cannot be read is shown as it stands.</summary>
    public static string Told(string value, string language) =>
        Rules.CalendarDays.Read(value) is null ? value : Dates.Write(value, PrecisionOf(value), language);

    private static Precision PrecisionOf(string value) => value.Length switch
    {
        4 => Precision.Year,
        7 => Precision.Month,
        _ => Precision.Day,
    };

    // A nominal age is counted from one at birth: the reader is told, or she would count it as an age.
    private static string Beside(string told, BirthDate birth, string language)
    {
        if (birth.NominalAge == 0)
            return told;
        var label = VocabularyBook.Shipped.Of("screen", "nominal_age", language).Text;
        var age = $"{label} {birth.NominalAge}" + (birth.NominalOn.Length > 0 ? $", {birth.NominalOn}" : "");
        return told.Length == 0 ? age : $"{told} ({age})";
    }

    private static RenderingView View(string text, string language) => new()
    {
        Text = text, Kind = "date", Script = ReaderWords.Script(language),
        Scheme = ReaderWords.Calendar(language), Source = "FORM-DATE",
    };
}
