using System.Globalization;

namespace Referral.Contracts.Agreements;

/// <summary>A time limit.</summary>
/// <param name="Id">For example ACK-NOTICE.</param>
/// <param name="Scope">"*", one country, or a pair.</param>
/// <param name="What">What must be done in that time.</param>
/// <param name="Value">A number, a range (150-240) or a row of numbers (1,3,6,12), in Unit.</param>
/// <param name="Unit">hours, days, working_days or months.</param>
/// <param name="Kind">L legal text, O observed practice, P proposed default.</param>
/// <param name="Mark">V verified, V-superseded, U unverified, "-" for a proposal.</param>
/// <param name="Source">Where it stands.</param>
public sealed record DeadlineRule(
    string Id, string Scope, string What, string Value, string Unit, string Kind, string Mark, string Source)
{
    /// <summary>
    /// The number that makes it late: the value, the upper end of a range, or the first of a row of numbers.
    /// </summary>
    public int Amount =>
        int.Parse(Value.Split(',')[0].Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>All numbers of a row, for visits at 1, 3, 6 and 12 months.</summary>
    public IReadOnlyList<int> Amounts =>
        [.. Value.Split(',', '-').Select(v => int.Parse(v, NumberStyles.None, CultureInfo.InvariantCulture))];
}

/// <summary>All time limits as shipped. Source: Agreements/deadlines.csv.</summary>
public sealed class DeadlineBook
{
    private static readonly Lazy<DeadlineBook> Book = new(() => new(Load()));

    private readonly IReadOnlyDictionary<string, DeadlineRule> _byId;

    private DeadlineBook(IReadOnlyList<DeadlineRule> rules)
    {
        All = rules;
        _byId = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    public static DeadlineBook Shipped => Book.Value;

    public IReadOnlyList<DeadlineRule> All { get; }

    public DeadlineRule? Find(string id) => _byId.GetValueOrDefault(id);

    private static IReadOnlyList<DeadlineRule> Load() =>
        CsvTable.Read("Agreements/deadlines.csv", r => new DeadlineRule(
        r.GetString("id"), r.GetString("scope"), r.GetString("what"), r.GetString("value"),
        r.GetString("unit"), r.GetString("kind"), r.GetString("mark"), r.GetString("source")));
}
