namespace Referral.Contracts.Vocabulary;

/// <summary>
/// Roles and the need-to-know matrix. Answers of May: R read, RW read and write, s summary or code only,
/// own = own persons only, req = persons of the own request, unit = the assigned text, log = the log without
/// content, count = numbers without references, - nothing. Source: Vocabulary/roles.json (mark P).
/// </summary>
public sealed class RoleBook
{
    private static readonly Lazy<RoleBook> Book =
        new(() => new(ShippedFile.Read<RoleFile>("Vocabulary/roles.json")));

    private readonly IReadOnlyDictionary<string, RoleRow> _byCode;
    private readonly IReadOnlyList<Exclusion> _exclusions;

    private RoleBook(RoleFile file)
    {
        Areas = file.Areas;
        Codes = [.. file.Roles.Select(r => r.Code)];
        _byCode = file.Roles.ToDictionary(r => r.Code, StringComparer.Ordinal);
        _exclusions = file.Exclusions;
    }

    public static RoleBook Shipped => Book.Value;

    public IReadOnlyList<string> Areas { get; }

    public IReadOnlyList<string> Codes { get; }

    public bool Knows(string role) => _byCode.ContainsKey(role);

    /// <summary>What a role may do in an area; "-" for a role or area that does not exist.</summary>
    public string May(string role, string area) =>
        _byCode.TryGetValue(role, out var row) ? row.May.GetValueOrDefault(area, "-") : "-";

    /// <summary>
    /// True when a role sees anything of the content of an area: neither the log alone nor counts do.
    /// </summary>
    public bool Sees(string role, string area) => May(role, area) is not ("-" or "log" or "count");

    /// <summary>
    /// True when one account may not hold both roles within CASE, TEXT_UNIT or GATEWAY. What is excluded in a
    /// gateway is excluded in a case and in a text unit too.
    /// </summary>
    public bool Excludes(string one, string other, string within = "CASE") =>
        _exclusions.Any(e => (e.Within == within || e.Within == "GATEWAY")
            && (e.Bars(one, other) || e.Bars(other, one)));

    private sealed record RoleFile(
        IReadOnlyList<string> Areas, IReadOnlyList<RoleRow> Roles, IReadOnlyList<Exclusion> Exclusions);

    private sealed record RoleRow(string Code, string Name, IReadOnlyDictionary<string, string> May);

    private sealed record Exclusion(
        IReadOnlyList<string> Roles, IReadOnlyList<string> NeverWith, string Within)
    {
        internal bool Bars(string one, string other) => Roles.Contains(one) && NeverWith.Contains(other);
    }
}
