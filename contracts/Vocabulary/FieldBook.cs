namespace Referral.Contracts.Vocabulary;

/// <summary>One part of the case file that crosses, or stays, by itself.</summary>
/// <param name="Number">Row of the field list, 1 to 78; 0 = in no form, refused by name.</param>
/// <param name="Key">snake_case name used in case files and letters.</param>
/// <param name="Section">head, person, origin_family, facts, identification, consent, care, verification,
/// return, justice, technical or other.</param>
/// <param name="Class">P0 to P4 or E.</param>
/// <param name="Area">Column of the need-to-know matrix: P1, P2, P3_FACTS, P3_FAMILY, P4_HEALTH, E or
/// STATS.</param>
/// <param name="Letters">The only letters that may carry it.</param>
/// <param name="Never">No letter may carry it, whatever the agreement says.</param>
/// <param name="List">The code list its value comes from, or null.</param>
public sealed record CaseField(
    int Number,
    string Key,
    string Section,
    string Class,
    string Area,
    IReadOnlyList<string> Letters,
    bool Never,
    string? List = null);

/// <summary>All fields of the case file. Source: Vocabulary/fields.json (mark P).</summary>
public sealed class FieldBook
{
    private static readonly Lazy<FieldBook> Book =
        new(() => new(ShippedFile.Read<FieldFile>("Vocabulary/fields.json")));

    private readonly IReadOnlyDictionary<string, CaseField> _byKey;

    private FieldBook(FieldFile file)
    {
        All = file.Fields;
        _byKey = file.Fields.ToDictionary(f => f.Key, StringComparer.Ordinal);
    }

    public static FieldBook Shipped => Book.Value;

    public IReadOnlyList<CaseField> All { get; }

    public CaseField? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The fields a letter may carry.</summary>
    public IEnumerable<CaseField> In(string letter) => All.Where(f => !f.Never && f.Letters.Contains(letter));

    private sealed record FieldFile(IReadOnlyList<CaseField> Fields);
}
