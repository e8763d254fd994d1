namespace Referral.Contracts.Agreements;

/// <summary>A place where a person may be handed over.</summary>
/// <param name="Id">For example XX-YY-FB1.</param>
/// <param name="CountryA">ISO country of SideA.</param>
/// <param name="CountryB">ISO country of SideB.</param>
/// <param name="Mark">V verified, S believed right.</param>
public sealed record Crossing(
    string Id, string CountryA, string CountryB, string Name, string SideA, string SideB, string Mark);

/// <summary>Crossing points as shipped. Source: Agreements/crossings.csv.</summary>
public sealed class CrossingBook
{
    private static readonly Lazy<CrossingBook> Book = new(() => new(Load()));

    private CrossingBook(IReadOnlyList<Crossing> all) => All = all;

    public static CrossingBook Shipped => Book.Value;

    public IReadOnlyList<Crossing> All { get; }

    public Crossing? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    public IEnumerable<Crossing> Between(string one, string other) => All.Where(c =>
        (c.CountryA == one && c.CountryB == other) || (c.CountryA == other && c.CountryB == one));

    private static IReadOnlyList<Crossing> Load() =>
        CsvTable.Read("Agreements/crossings.csv", r => new Crossing(
        r.GetString("id"), r.GetString("country_a"), r.GetString("country_b"), r.GetString("name"),
        r.GetString("side_a"), r.GetString("side_b"), r.GetString("mark")));
}
