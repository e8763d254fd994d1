using System.Globalization;
using Referral.Language.Text;

namespace Referral.Language.Gazetteer;

/// A unit below the province (district, prefecture, commune) as long as it was in force. Within: the code of
/// the unit it lies in. Name: as its country writes it; Latin: empty where the list has none.
public sealed record LowerUnit(
    string Code, string Within, DateOnly? From, DateOnly? To, string Name, string Latin)
{
    public bool IsInForce(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// The list of units below the province. Sources, marks and what is not known: lower-units.tsv.
public static class LowerUnits
{
    public static IReadOnlyList<LowerUnit> All { get; } =
        [.. Table.Rows("Gazetteer/lower-units.tsv").Select(Read)];

    static readonly ILookup<string, LowerUnit> ByCode = All.ToLookup(unit => unit.Code);

    static readonly ILookup<string, LowerUnit> ByName = All.ToLookup(unit => unit.Name);

    /// The unit of that code on that day, or null. A code may come again for another unit later.
    public static LowerUnit? Find(string code, DateOnly day) =>
        ByCode[code].FirstOrDefault(unit => unit.IsInForce(day));

    /// Units so called on that day: a name is mostly borne by several, each in another place.
    public static IEnumerable<LowerUnit> Named(string name, DateOnly day) =>
        ByName[name].Where(unit => unit.IsInForce(day));

    /// Codes of the units it lies in, the nearest first; the last is a code of AdministrativeUnits.
    public static IEnumerable<string> Above(LowerUnit unit, DateOnly day)
    {
        for (var at = unit; at is not null; at = Find(at.Within, day)) yield return at.Within;
    }

    /// Latin letters of the units so called; null where the list has none, or not the same for all of them.
    public static string? LatinOf(string name) =>
        ByName[name].Select(unit => unit.Latin).Distinct(StringComparer.Ordinal).ToArray() is
            [{ Length: > 0 } only] ? only : null;

    static LowerUnit Read(string[] row) => new(row[0], row[1], Day(row[2]), Day(row[3]), row[4], row[5]);

    static DateOnly? Day(string text) => text.Length == 0
        ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
