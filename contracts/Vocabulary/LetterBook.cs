namespace Referral.Contracts.Vocabulary;

/// <summary>A kind of letter and what it may do.</summary>
/// <param name="Id">M01 … T06, VOID.</param>
/// <param name="Name">Its name in code and contracts.</param>
/// <param name="Direction">HOST_TO_ORIGIN, ORIGIN_TO_HOST, BOTH, or NONE when it crosses no border.</param>
/// <param name="MaxClass">Highest class of the whole letter.</param>
/// <param name="Fields">Row numbers of the field list.</param>
/// <param name="Purpose">The purpose an agreement must name.</param>
/// <param name="SecondPerson">Who prepared it may not release it.</param>
/// <param name="Scopes">Consents that must stand when the host sends it.</param>
/// <param name="OpensReferral">May be the first letter of a referral.</param>
/// <param name="PartsClass">A higher class for single parts, with own consent and a second person.</param>
/// <param name="AlsoUnder">Other purposes an agreement may name it by.</param>
public sealed record LetterKind(
    string Id,
    string Name,
    string Direction,
    string MaxClass,
    IReadOnlyList<int> Fields,
    string Purpose,
    bool SecondPerson,
    IReadOnlyList<string> Scopes,
    bool OpensReferral,
    string? PartsClass = null,
    IReadOnlyList<string>? AlsoUnder = null)
{
    /// <summary>True when one of these purposes of an agreement covers the letter.</summary>
    public bool Serves(IEnumerable<string> purposes) =>
        purposes.Any(p => p == Purpose || (AlsoUnder?.Contains(p) ?? false));
}

/// <summary>All kinds of letter. Source: Vocabulary/letters.json (mark P).</summary>
public sealed class LetterBook
{
    private static readonly Lazy<LetterBook> Book =
        new(() => new(ShippedFile.Read<LetterFile>("Vocabulary/letters.json")));

    private readonly IReadOnlyDictionary<string, LetterKind> _byId;

    private LetterBook(LetterFile file)
    {
        All = file.Letters;
        _byId = file.Letters.ToDictionary(l => l.Id, StringComparer.Ordinal);
    }

    public static LetterBook Shipped => Book.Value;

    public IReadOnlyList<LetterKind> All { get; }

    public LetterKind? Find(string id) => _byId.GetValueOrDefault(id);

    private sealed record LetterFile(IReadOnlyList<LetterKind> Letters);
}
