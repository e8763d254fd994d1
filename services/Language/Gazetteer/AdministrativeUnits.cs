using System.Globalization;
using Referral.Language.Text;

namespace Referral.Language.Gazetteer;

/// A unit of the first order (province, municipality) as long as it was in force. From and To are its first
/// and last day, null where the list goes no further. WentInto: the code of the unit that took it in.
public sealed record AdministrativeUnit(
    string Code, DateOnly? From, DateOnly? To, string Lao, string Thai, string Han, string Vietnamese,
    string Latin, string WentInto)
{
    public bool IsInForce(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// The name in a script (Laoo, Thai, Hans, Latn) or in Vietnamese; empty where none is known.
    public string Name(string script) => script switch
    {
        "Laoo" => Lao, "Thai" => Thai, "Hans" => Han, "Vietnamese" => Vietnamese,
        _ => Latin.Length > 0 ? Latin : Vietnamese,
    };
}

/// The list of administrative units with codes and days of validity. Source and marks: units.tsv.
public static class AdministrativeUnits
{
    static readonly string[] Scripts = ["Laoo", "Thai", "Hans", "Vietnamese", "Latn"];

    public static IReadOnlyList<AdministrativeUnit> All { get; } =
        [.. Table.Rows("Gazetteer/units.tsv").Select(Read)];

    static readonly Dictionary<string, AdministrativeUnit> ByName = Index();

    /// Units of a country (ISO 3166-1 alpha-2) on a day.
    public static IEnumerable<AdministrativeUnit> On(string country, DateOnly day) =>
        All.Where(unit => unit.Code.StartsWith(country + "-", StringComparison.Ordinal)
            && unit.IsInForce(day));

    /// The unit of that code on that day, or null.
    public static AdministrativeUnit? Find(string code, DateOnly day) =>
        All.FirstOrDefault(unit => unit.Code == code && unit.IsInForce(day));

    /// The unit that a place named by an old code lies in on a day: it follows units that were taken in.
    public static AdministrativeUnit? Today(string code, DateOnly day)
    {
        if (Find(code, day) is { } unit) return unit;
        var last = All.LastOrDefault(one => one.Code == code);
        return last is { WentInto.Length: > 0 } ? Find(last.WentInto, day) : null;
    }

    /// The name in another script of the place called so; null when the list holds none.
    public static string? Name(string text, string script) =>
        ByName.TryGetValue(text, out var unit) && unit.Name(script) is { Length: > 0 } name && name != text
            ? name : null;

    // Of units with one name, such as a province and what it was before, the last in the list is taken.
    static Dictionary<string, AdministrativeUnit> Index()
    {
        var index = new Dictionary<string, AdministrativeUnit>(StringComparer.Ordinal);
        foreach (var unit in All.OrderBy(unit => unit.To is null ? 1 : 0))
            foreach (var script in Scripts)
                if (unit.Name(script) is { Length: > 0 } name) index[name] = unit;
        return index;
    }

    static AdministrativeUnit Read(string[] row) => new(
        row[0], Day(row[1]), Day(row[2]), row[3], row[4], row[5], row[6], row[7], row[8]);

    static DateOnly? Day(string text) => text.Length == 0
        ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
