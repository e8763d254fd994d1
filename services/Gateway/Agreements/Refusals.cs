using Referral.Contracts.Agreements;

namespace Referral.Gateway.Agreements;

/// <summary>What an agreement refuses. Each names the agreement, our rule, its legal status, its mark and
/// source.</summary>
internal static class Refusals
{
    public const string NoneOperated = "REF-2201";
    public const string LetterNotCovered = "REF-2202";
    public const string FieldNotInRow = "REF-2203";
    public const string FieldNeverCrosses = "REF-2204";
    public const string ClassTooHigh = "REF-2205";
    public const string VersionNotHeld = "REF-2206";
    public const string CodeUnknown = "REF-2305";
    public const string NotOperatedHere = "REF-2413";
    public const string KindUnknown = "REF-2408";

    /// <summary>No agreement of the pair that carries this letter is operated; all of them are
    /// named.</summary>
    public static Refusal None(LetterAsked asked,
        IReadOnlyList<(Instrument Instrument, string Status)> known) =>
        Refusal.Of(NoneOperated,
            ("country", asked.From), ("country2", asked.To), ("letter", asked.Kind),
            ("rule", Rule("NONE", asked.Kind)),
            ("instrument", Joined(known.Select(k => k.Instrument.Id), "NONE")),
            ("title", Joined(known.Select(k => k.Instrument.Title), "-")),
            ("status", Joined(known.Select(k => k.Status), "NONE")),
            ("mark", Joined(known.Select(k => k.Instrument.Mark), "-")),
            ("source", Joined(known.Select(k => k.Instrument.Source), "-")));

    public static Refusal Under(
        string code, LetterAsked asked, Ground ground, params (string Name, string Value)[] more) =>
        Refusal.Of(code, [
            ("country", asked.From), ("country2", asked.To), ("letter", asked.Kind),
            ("instrument", ground.Instrument.Id), ("version", ground.Instrument.Version),
            ("rule", Rule(ground.Instrument.Id, asked.Kind)), ("title", ground.Instrument.Title),
            ("status", ground.Status), ("mark", ground.Instrument.Mark), ("source", ground.Instrument.Source),
            .. more]);

    public static string Rule(string instrument, string kind) => $"{instrument}/{kind}";

    private static string Joined(IEnumerable<string> values, string none) =>
        string.Join("; ", values.Distinct()) is { Length: > 0 } joined ? joined : none;
}

/// <summary>An agreement with the legal status this gateway knew at the moment of judgment.</summary>
internal sealed record Ground(Instrument Instrument, string Status);
