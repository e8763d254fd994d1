namespace Referral.Gateway.Access;

/// <summary>
/// Who is kept out of one case, and who was let in for an hour. Sealed like the folder: a reason may tell of
/// persons.
/// </summary>
internal sealed record Exceptions(IReadOnlyList<CaseException> Entries)
{
    /// <summary>Minutes for which glass stays broken.</summary>
    public const int GlassMinutes = 60;

    public static Exceptions None { get; } = new([]);

    public Exceptions With(CaseException entry) => new([.. Entries, entry]);

    public bool Excludes(string post) => Entries.Any(e => e.Kind == CaseException.Excluded && e.Post == post);

    /// <summary>Whether this account broke the glass less than an hour ago.</summary>
    public bool LetsIn(string account, DateTimeOffset now) => Entries.Any(e =>
        e.Kind == CaseException.Glass && e.Account == account && now < e.Until);
}

/// <param name="Kind">EXCLUDED or GLASS.</param>
/// <param name="Post">Excluded, or of the account that was let in.</param>
/// <param name="Account">Who was let in, or who excluded.</param>
/// <param name="Reason">As it was entered.</param>
/// <param name="Since">When it was entered.</param>
/// <param name="Until">First moment at which it no longer holds; null = it stays.</param>
internal sealed record CaseException(
    string Kind, string Post, string Account, string Reason, DateTimeOffset Since, DateTimeOffset? Until)
{
    public const string Excluded = "EXCLUDED";
    public const string Glass = "GLASS";
}
