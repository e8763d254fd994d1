using System.Text.Json.Serialization;

namespace Referral.Contracts.Agreements;

/// <summary>An agreement between countries: its legal status with a mark, and its use.</summary>
/// <param name="Id">For example XX-YY-2005.</param>
/// <param name="Version">This project's edition of the entry; a letter names it.</param>
/// <param name="Kind">BILATERAL_TIP, DIPLOMATIC, REGIONAL_TIP, MULTILATERAL_TIP or MLA.</param>
/// <param name="Parties">ISO countries, or "*" for all.</param>
/// <param name="Status">IN_FORCE, SIGNED_NOT_CONFIRMED, DORMANT, EXPIRED or NONE: it steers nothing.</param>
/// <param name="Operated">The switch as shipped; each gateway's own, set by two persons, steers.</param>
/// <param name="Channel">MOU, DIPLOMATIC, POLICE or MLA; null for one that opens no channel.</param>
/// <param name="Letters">Letters that may travel under it.</param>
/// <param name="LettersMark">P: a proposal, no bilateral text was read.</param>
/// <param name="MaxClass">Highest class of a whole letter; null when nothing may travel.</param>
/// <param name="Classes">Every class that may cross, on the conditions of MaxClassNote.</param>
/// <param name="Purposes">Purposes a letter may have.</param>
/// <param name="Clauses">The text's own clause for a purpose, null where it was not read.</param>
/// <param name="Deadlines">Ids of deadlines.csv.</param>
/// <param name="RouteRules">A way a host must take.</param>
/// <param name="Mark">V verified, U unverified, P proposal, or mixed.</param>
/// <param name="Source">Where the status was found.</param>
public sealed record Instrument(
    string Id,
    string Version,
    string Kind,
    IReadOnlyList<string> Parties,
    string Title,
    string? Signed,
    string? InForce,
    string Status,
    bool Operated,
    string? Channel,
    IReadOnlyList<string> Letters,
    string LettersMark,
    string? MaxClass,
    string? MaxClassNote,
    IReadOnlyList<string> Classes,
    IReadOnlyList<string> Purposes,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<string> Deadlines,
    IReadOnlyList<RouteRule> RouteRules,
    string Mark,
    string Source,
    string? Notes)
{
    /// <summary>True when both countries are parties and differ.</summary>
    public bool Joins(string one, string other) =>
        one != other && (Parties.Contains("*") || (Parties.Contains(one) && Parties.Contains(other)));

    public bool Carries(string letter) => Letters.Contains(letter);

    /// <summary>The clause named for a purpose, or null.</summary>
    public Clause? ClauseFor(string purpose) => Clauses.FirstOrDefault(c => c.Purpose == purpose);

    /// <summary>The way a host must take under this agreement, or null.</summary>
    public RouteRule? RouteFor(string host) => RouteRules.FirstOrDefault(r => r.Host == host);
}

/// <summary>A clause. Number is null where the text was not read: never print a guessed one.</summary>
public sealed record Clause(
    string Purpose,
    [property: JsonPropertyName("clause")] string? Number,
    string Mark);

/// <summary>When Host is the host, letters go through Via. Rule names it in refusals.</summary>
public sealed record RouteRule(string Host, string Rule, IReadOnlyList<string> Via, string Mark);
