namespace Referral.Tests.Gateway.Border;

/// <summary>A token with one character exchanged for another of the alphabet.</summary>
internal static class OneCharacter
{
    internal static string Changed(string token, int at) =>
        string.Concat(token.AsSpan(0, at), token[at] == 'A' ? "B" : "A", token.AsSpan(at + 1));
}
