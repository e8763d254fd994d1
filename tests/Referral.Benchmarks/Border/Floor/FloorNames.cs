using System.Text.Json;
using Npgsql;
using Referral.Contracts.Letters;
using Referral.Gateway;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Search;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>
/// Names that letters bring, kept for the search as the product keeps them: a sealed card and hashed keys,
/// for the cases that have none yet.
/// </summary>
internal sealed class FloorNames(FloorStore store, byte[] gatewayKey)
{
    private const string InsertCards = """
        INSERT INTO sections (case_id, name, revision, sealed, written_at)
        SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bytea[], $5::bigint[])
        """;

    private const string InsertKeys = """
        INSERT INTO search_keys (key, case_id) SELECT * FROM unnest($1::bigint[], $2::uuid[])
        """;

    public async Task Add(NpgsqlConnection db, NpgsqlBatch batch, IReadOnlyList<OpenedLetter> letters,
        Dictionary<string, FloorCase> cases)
    {
        var held = await Held(db, [.. cases.Values.Select(row => row.Id)]);
        var (cards, keys) = (new List<(Guid Id, byte[] Sealed)>(), new List<(long Key, Guid Id)>());
        foreach (var letter in letters.DistinctBy(l => l.Letter.Head.Referral))
        {
            var id = cases[letter.Letter.Head.Referral].Id;
            if (held.Contains(id))
                continue;
            var asked = letter.Letter.NationalityVerificationRequested;
            var card = NameCard.Empty.With(
                [asked.Name.AsWritten, .. asked.NameVariants.Select(one => one.Text)],
                asked.Birth.Date.Value, asked.Sex, asked.PlaceOfOrigin.AsWritten);
            cards.Add((id, store.Vault.Seal(
                id, $"sections/{Step.NameCardPart}", JsonSerializer.SerializeToUtf8Bytes(card))));
            keys.AddRange(SearchHashes.Of(gatewayKey, card).Select(key => (key, id)));
        }

        if (cards.Count == 0)
            return;
        batch.BatchCommands.Add(FloorStore.Command(InsertCards,
            cards.Select(c => c.Id).ToArray(), cards.Select(_ => Step.NameCardPart).ToArray(),
            cards.Select(_ => 1L).ToArray(), cards.Select(c => c.Sealed).ToArray(),
            cards.Select(_ => DateTimeOffset.UtcNow.UtcTicks).ToArray()));
        batch.BatchCommands.Add(FloorStore.Command(InsertKeys,
            keys.Select(k => k.Key).ToArray(), keys.Select(k => k.Id).ToArray()));
    }

    private static async Task<HashSet<Guid>> Held(NpgsqlConnection db, Guid[] ids)
    {
        var held = new HashSet<Guid>();
        await using var read = new NpgsqlCommand(
            "SELECT case_id, sealed FROM sections WHERE case_id = ANY($1) AND name = $2", db)
        {
            Parameters = { new() { Value = ids }, new() { Value = Step.NameCardPart } },
        };
        await using var rows = await read.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            held.Add(rows.GetGuid(0));
        return held;
    }
}
