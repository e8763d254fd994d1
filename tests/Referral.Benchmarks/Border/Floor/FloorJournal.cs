using Npgsql;
using Referral.Gateway;
using Referral.Verifier;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>Entries of one transaction, chained as the product chains them.</summary>
internal sealed class FloorJournal
{
    private const string Insert = """
        INSERT INTO journal (chain, number, previous, text, hash)
        SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[])
        """;

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private readonly List<string> _chains = [];
    private readonly List<long> _numbers = [];
    private readonly List<byte[]> _previous = [];
    private readonly List<byte[]> _texts = [];
    private readonly List<byte[]> _hashes = [];

    public void Append(FloorCase row, string kind, params (string Name, string Value)[] values)
    {
        var chain = Step.ChainOf(row.Id);
        var text = JournalFormat.WriteText(chain, ++row.Entries, _now, kind,
            [KeyValuePair.Create("referral", row.Referral),
                .. values.Select(v => KeyValuePair.Create(v.Name, v.Value))]);
        _chains.Add(chain);
        _numbers.Add(row.Entries);
        _previous.Add(row.Head);
        _texts.Add(text);
        _hashes.Add(row.Head = JournalFormat.Hash(row.Head, text));
    }

    public NpgsqlBatchCommand Command() => FloorStore.Command(
        Insert, _chains.ToArray(), _numbers.ToArray(), _previous.ToArray(), _texts.ToArray(),
        _hashes.ToArray());
}
