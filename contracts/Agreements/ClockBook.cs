namespace Referral.Contracts.Agreements;

/// <summary>When a deadline starts and stops: by events of the case, in the gateway of one side.</summary>
/// <param name="Rule">Id in deadlines.csv.</param>
/// <param name="Gateway">HOST or ORIGIN: where this clock runs.</param>
/// <param name="StartsOn">Event that starts it.</param>
/// <param name="StopsOn">Events that stop it.</param>
/// <param name="Acts">HOST or ORIGIN: who has to act; its calendar counts.</param>
/// <param name="After">Rule whose time passes first; null when it counts from the start.</param>
/// <param name="InsteadOf">General rule that this one replaces where its scope fits; null for none.</param>
/// <param name="Mark">P: proposed by this project.</param>
public sealed record ClockRule(
    string Rule, string Gateway, string StartsOn, IReadOnlyList<string> StopsOn, string Acts,
    string? After, string? InsteadOf, string Mark);

/// <summary>All clocks as shipped. Source: Agreements/clocks.csv.</summary>
public sealed class ClockBook
{
    private static readonly Lazy<ClockBook> Book = new(
        () => new(CsvTable.Read("Agreements/clocks.csv", r => new ClockRule(
            r.GetString("rule"), r.GetString("gateway"), r.GetString("starts_on"),
            r.GetString("stops_on").Split(' '), r.GetString("acts"), Maybe(r.GetString("after")),
            Maybe(r.GetString("instead_of")), r.GetString("mark")))));

    private ClockBook(IReadOnlyList<ClockRule> all) => All = all;

    public static ClockBook Shipped => Book.Value;

    public IReadOnlyList<ClockRule> All { get; }

    private static string? Maybe(string text) => text.Length == 0 ? null : text;
}
