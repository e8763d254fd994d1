namespace Referral.Gateway.Repatriation;

/// <summary>What both sagas have: a stage and a set of holds.</summary>
internal interface ICaseState
{
    string Stage { get; set; }

    string Holds { get; set; }

    DateTimeOffset StageSince { get; set; }
}

/// <summary>Holds, strongest first: the other side sees the strongest, else the stage.</summary>
internal static class Holds
{
    public const string Protection = "PROTECTION";
    public const string Consent = "CONSENT";
    public const string Missing = "MISSING";
    public const string Medical = "MEDICAL";
    public const string Legal = "LEGAL";

    public static IReadOnlyList<string> StrongestFirst { get; } =
        [Protection, Consent, Missing, Medical, Legal];

    public static IReadOnlyList<string> Of(ICaseState state) =>
        state.Holds.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static bool Has(ICaseState state, string hold) => Of(state).Contains(hold);

    public static void Set(ICaseState state, string hold)
    {
        if (!Has(state, hold))
        {
            state.Holds = $"{state.Holds} {hold}".Trim();
        }
    }

    public static void Lift(ICaseState state, string hold) =>
        state.Holds = string.Join(' ', Of(state).Where(h => h != hold));

    /// <summary>
    /// What the other country sees. A protection hold looks like any withdrawn consent: no timing, no reason.
    /// </summary>
    public static string ShownOutside(ICaseState state)
    {
        var strongest = StrongestFirst.FirstOrDefault(h => Has(state, h));
        return strongest == Protection ? Consent : strongest ?? state.Stage;
    }
}
