using System.Security.Cryptography;
using System.Text;

namespace Referral.Contracts.Vocabulary;

/// <summary>
/// All code lists with their labels in lo, th, zh, vi and en. Read once, never changed, safe for all threads.
/// Source: Vocabulary/lists-*.json.
/// </summary>
public sealed class VocabularyBook
{
    private const int VersionDigits = 12;

    private static readonly Lazy<VocabularyBook> Book = new(Load);

    private readonly IReadOnlyDictionary<string, CodeList> _lists;

    private VocabularyBook(IReadOnlyDictionary<string, CodeList> lists)
    {
        _lists = lists;
        Version = VersionOf(lists);
    }

    public static VocabularyBook Shipped => Book.Value;

    /// <summary>
    /// Version of all lists: the first twelve digits of a hash over every code, label and mark. A page that
    /// is kept says with which version its labels were written.
    /// </summary>
    public string Version { get; }

    /// <summary>Lists as another version has them. Throws where a table does not parse.</summary>
    public static VocabularyBook Read(IEnumerable<Stream> tables) =>
        Of(tables.Select(table => ShippedFile.Read<ListFile>(table, "lists")));

    /// <summary>Names of all lists: act, means, sex, stage, letter …</summary>
    public IEnumerable<string> Lists => _lists.Keys;

    public bool Knows(string list, string code) =>
        _lists.TryGetValue(list, out var found) && found.ByCode.ContainsKey(code);

    /// <summary>The codes of a list in the order of its table; none for an unknown list.</summary>
    public IEnumerable<string> Codes(string list) =>
        _lists.TryGetValue(list, out var found) ? found.Order : [];

    /// <summary>The language a list shows where a label is missing; null when every label is there.</summary>
    public string? Fallback(string list) => _lists.TryGetValue(list, out var found) ? found.Fallback : null;

    /// <summary>
    /// The label in the asked language, else the English one, else the code itself. Never fails: an officer
    /// must see something for a code that a newer gateway sent.
    /// </summary>
    public Label Of(string list, string code, string language)
    {
        if (!_lists.TryGetValue(list, out var found) || !found.ByCode.TryGetValue(code, out var labels))
            return new Label(code, "und", "U", IsFallback: true);
        if (labels.TryGetValue(language, out var own))
            return new Label(own.Text, language, own.Mark);
        return labels.TryGetValue("en", out var english)
            ? new Label(english.Text, "en", english.Mark, IsFallback: true)
            : new Label(code, "und", "U", IsFallback: true);
    }

    private static VocabularyBook Load() =>
        Of(ShippedFile.Names("Vocabulary/lists-").Select(ShippedFile.Read<ListFile>));

    private static VocabularyBook Of(IEnumerable<ListFile> files)
    {
        var lists = new Dictionary<string, CodeList>(StringComparer.Ordinal);
        foreach (var (list, rows) in files.SelectMany(file => file.Lists))
            lists.Add(list, CodeList.From(rows));
        return new VocabularyBook(lists);
    }

    private static string VersionOf(IReadOnlyDictionary<string, CodeList> lists)
    {
        var text = string.Join('\n',
            from list in lists.OrderBy(one => one.Key, StringComparer.Ordinal)
            from code in list.Value.Order
            from label in list.Value.ByCode[code].OrderBy(one => one.Key, StringComparer.Ordinal)
            select $"{list.Key}\t{code}\t{label.Key}\t{label.Value.Text}\t{label.Value.Mark}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..VersionDigits];
    }

    private sealed record ListFile(IReadOnlyDictionary<string, ListRows> Lists);

    private sealed record ListRows(IReadOnlyList<CodeRow> Codes, string? Fallback = null);

    private sealed record CodeRow(string Code, IReadOnlyDictionary<string, MarkedText> Labels);

    private sealed record CodeList(
        IReadOnlyList<string> Order,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, MarkedText>> ByCode,
        string? Fallback)
    {
        internal static CodeList From(ListRows rows) => new(
            [.. rows.Codes.Select(r => r.Code)],
            rows.Codes.ToDictionary(r => r.Code, r => r.Labels, StringComparer.Ordinal),
            rows.Fallback);
    }
}

/// <summary>A text and its review mark, as a table holds it.</summary>
public sealed record MarkedText(string Text, string Mark);
