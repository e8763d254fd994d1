namespace Referral.Language.Text;

internal static class Capital
{
    /// The first letter large. Invariant casing covers the Latin letters used here.
    public static string First(string word) =>
        word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
