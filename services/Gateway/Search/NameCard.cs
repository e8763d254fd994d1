using Referral.Language.Matching;

namespace Referral.Gateway.Search;

/// <summary>
/// What a case is found by: the person's names as written, and the few facts beside a name that tell two of
/// one name apart. Class P2; names that somebody gave her against her will (field 12) are not among them.
/// </summary>
internal sealed record NameCard(IReadOnlyList<string> Names, string Born, string Sex, string Place)
{
    /// <summary>Names kept; the latest stay.</summary>
    private const int NamesMax = 20;

    public static readonly NameCard Empty = new([], "", "", "");

    /// <summary>With what is newly known; what is empty is not known, and takes nothing away.</summary>
    public NameCard With(IEnumerable<string> names, string born, string sex, string place) => new(
        [.. Names.Concat(names.Where(n => n.Length > 0)).Distinct(StringComparer.Ordinal).TakeLast(NamesMax)],
        born.Length > 0 ? born : Born, sex.Length > 0 ? sex : Sex, place.Length > 0 ? place : Place);

    public bool Same(NameCard other) => (Born, Sex, Place) == (other.Born, other.Sex, other.Place)
        && Names.SequenceEqual(other.Names, StringComparer.Ordinal);

    public MatchPerson Person(string id) => new(id, Names, Born, Sex, Place);
}
