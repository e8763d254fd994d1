namespace Referral.Gateway.CaseFile;

/// <summary>
/// One entry of the consent ledger. Entries are only added: a withdrawal stands beside what it withdraws.
/// </summary>
/// <param name="Number">From 1; a letter names the entry it rests on.</param>
/// <param name="Scope">Code of list consent_scope.</param>
/// <param name="State">GIVEN, REFUSED or WITHDRAWN.</param>
/// <param name="HappenedOn">yyyy-MM-dd.</param>
/// <param name="Post">Post that recorded it.</param>
/// <param name="Language">Language in which it was explained, ISO 639-3.</param>
/// <param name="Interpreter">Post or organisation.</param>
/// <param name="ByGuardian">Given by the guardian of a child, with an interim best-interest decision.</param>
internal sealed record ConsentEntry(
    int Number, string Scope, string State, string HappenedOn, string Post, string Language,
    string Interpreter,
    bool ByGuardian);

/// <summary>The consent ledger of a case: the latest entry of a scope is what stands.</summary>
internal sealed record Ledger(IReadOnlyList<ConsentEntry> Entries)
{
    public const string Given = "GIVEN";
    public const string Refused = "REFUSED";
    public const string Withdrawn = "WITHDRAWN";

    public const string NotifyOrigin = "NOTIFY_ORIGIN";

    public static Ledger Empty { get; } = new([]);

    public IEnumerable<ConsentEntry> Latest => Entries.GroupBy(e => e.Scope).Select(g => g.Last());

    public IReadOnlyList<string> Standing => [.. Latest.Where(e => e.State == Given).Select(e => e.Scope)];

    public bool Stands(string scope) => Latest.Any(e => e.Scope == scope && e.State == Given);

    public bool WasWithdrawn(string scope) => Latest.Any(e => e.Scope == scope && e.State == Withdrawn);

    public IReadOnlyList<string> Lacking(IEnumerable<string> scopes) => [.. scopes.Where(s => !Stands(s))];

    /// <summary>Whether a guardian gave what stands for these scopes.</summary>
    public bool ByGuardian(IReadOnlyCollection<string> scopes) =>
        Latest.Where(e => scopes.Contains(e.Scope)).All(e => e.ByGuardian);

    /// <summary>Reference for a letterhead: the entries it rests on.</summary>
    public string Reference(IEnumerable<string> scopes) => string.Join(' ', Latest
        .Where(e => e.State == Given && scopes.Contains(e.Scope)).Select(e => $"{e.Scope}/{e.Number}"));

    public Ledger With(IEnumerable<string> scopes, ConsentEntry entry) =>
        new([.. Entries,
            .. scopes.Select((scope, i) => entry with { Scope = scope, Number = Entries.Count + i + 1 })]);
}
