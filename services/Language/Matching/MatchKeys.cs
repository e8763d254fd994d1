namespace Referral.Language.Matching;

/// Keys by which a name is found again, in whatever script and spelling it is asked for. A gateway keeps
/// them hashed. One key alone says little; candidates are compared by PersonMatch.
public static class MatchKeys
{
    /// Keys a name has at most.
    public const int KeysMax = 96;

    /// Of every part of the name, without repetition, at most KeysMax; none where nothing can be read.
    public static IReadOnlyList<string> Of(string asWritten) =>
        Of(new NameSpans(NameText.Parts(asWritten)));

    internal static IReadOnlyList<string> Of(NameSpans spans) =>
        [.. spans.All.SelectMany(span => span.Part.Keys())
            .Distinct(StringComparer.Ordinal).Take(KeysMax)];
}
