namespace Referral.Gateway;

/// <summary>The languages that desks read and write: those of the vocabulary.</summary>
internal static class DeskLanguages
{
    public static IReadOnlyList<string> All { get; } = ["lo", "th", "zh", "vi", "en"];

    /// <summary>
    /// The first of ours that a header or a letter's head names; null where it names none. Another country
    /// may write anything there, and a case has to be readable all the same.
    /// </summary>
    public static string? FirstOf(IEnumerable<string> named) => named.FirstOrDefault(All.Contains);
}
