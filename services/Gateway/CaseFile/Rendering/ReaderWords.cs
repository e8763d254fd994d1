namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>How a reader of one language separates entries and which calendar her papers use.</summary>
internal static class ReaderWords
{
    public static string Comma(string language) => language == "zh" ? "、" : ", ";

    public static string Calendar(string language) => language == "th" ? "buddhist" : "gregorian";

    /// <summary>ISO 15924 of the script the language is written in.</summary>
    public static string Script(string language) => language switch
    {
        "th" => "Thai",
        "lo" => "Laoo",
        "zh" => "Hans",
        _ => "Latn",
    };
}
