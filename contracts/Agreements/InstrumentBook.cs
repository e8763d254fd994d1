using Referral.Contracts.Vocabulary;

namespace Referral.Contracts.Agreements;

/// <summary>All agreements as shipped. Source: Agreements/instruments.json.</summary>
public sealed class InstrumentBook
{
    private static readonly Lazy<InstrumentBook> Book =
        new(() => new(ShippedFile.Read<InstrumentFile>("Agreements/instruments.json")));

    private readonly IReadOnlyDictionary<string, Instrument> _byId;

    private InstrumentBook(InstrumentFile file)
    {
        All = file.Instruments;
        _byId = file.Instruments.ToDictionary(i => i.Id, StringComparer.Ordinal);
    }

    public static InstrumentBook Shipped => Book.Value;

    public IReadOnlyList<Instrument> All { get; }

    public Instrument? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Every agreement that joins the two countries, operated or not, in the order of the table:
    /// bilateral ones stand first, the diplomatic channel after them.</summary>
    public IEnumerable<Instrument> Between(string one, string other) => All.Where(i => i.Joins(one, other));

    private sealed record InstrumentFile(IReadOnlyList<Instrument> Instruments);
}
