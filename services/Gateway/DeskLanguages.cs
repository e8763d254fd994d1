using Referral.Contracts.Letters;

namespace Referral.Gateway;

/// <summary>The languages that desks read and write: those of the vocabulary.</summary>
internal static class DeskLanguages
{
    public static IReadOnlyList<string> All { get; } = ["lo", "th", "zh", "vi", "en"];

    /// <summary>
    /// The first of them that a letter's head names; null where it names none. Another country may write
    /// anything there, and a case has to be readable all the same.
    /// </summary>
    public static string? Of(Letterhead? head) => head?.Languages.FirstOrDefault(All.Contains);
}
