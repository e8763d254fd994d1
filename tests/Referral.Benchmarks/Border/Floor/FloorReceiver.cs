using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Npgsql;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>The origin's side of the floor: letters taken in, and one receipt a pouch owed.</summary>
internal sealed class FloorReceiver(
    FloorStore store, FloorLine line, Counted counted, byte[] gatewayKey)
{
    private const string InsertLetters = """
        INSERT INTO letters_in (sender, letter_id, sha256, case_id, referral, number, kind, state, receipt_id,
            sealed_jws, arrived_at)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::bigint[],
            $7::text[], $8::int[], $9::text[], $10::bytea[], $11::bigint[])
        ON CONFLICT DO NOTHING
        """;

    private const string InsertTasks = """
        INSERT INTO tasks (id, case_id, kind, post, letter_id, opened_at)
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[])
        """;

    public async Task Take(OpenedPouch pouch)
    {
        var letters = pouch.Letters.Select(letter => letter.Content.Outcome).ToList();
        await using var db = await store.Source.OpenConnectionAsync();
        await using var transaction = await db.BeginTransactionAsync();
        var cases = (await store.Cases(db, "origin_cases", "referral",
            letters.Select(l => l.Letter.Head.Referral).Distinct().ToArray()))
            .ToDictionary(c => c.Referral);
        var (journal, now) = (new FloorJournal(), DateTimeOffset.UtcNow);
        var receipt = new Receipt
        {
            ReceiptId = Guid.CreateVersion7(now).ToString("D"), FromCountry = line.From, ToCountry = line.To,
            PouchId = pouch.PouchId, At = Timestamp.FromDateTimeOffset(now),
        };
        foreach (var letter in letters)
        {
            receipt.Outcomes.Add(new Outcome
            {
                LetterId = letter.Letter.Head.LetterId, State = RemState.Delivery,
                LetterSha256 = ByteString.CopyFrom(letter.Sha256),
            });
            journal.Append(cases[letter.Letter.Head.Referral], "letter-admitted",
                ("letter_id", letter.Letter.Head.LetterId), ("letter_kind", "M03"),
                ("letter_number", Step.Text(letter.Letter.Head.Number)), ("from", letter.Signer),
                ("kid", letter.Kid), ("letter_sha256", Convert.ToHexStringLower(letter.Sha256)),
                ("stage", "Verifying"));
        }

        var jws = line.Signer.Sign(receipt.ToByteArray(), JoseTypes.Receipt);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));
        foreach (var letter in letters)
            journal.Append(cases[letter.Letter.Head.Referral], "receipt-sent",
                ("receipt_id", receipt.ReceiptId), ("receipt_sha256", sha256),
                ("letter_id", letter.Letter.Head.LetterId),
                ("letter_sha256", Convert.ToHexStringLower(letter.Sha256)), ("to", line.To), ("state", "6"),
                ("code", ""));
        await using var batch = new NpgsqlBatch(db, transaction);
        batch.BatchCommands.Add(Rows(letters, cases, receipt.ReceiptId, now));
        await new FloorNames(store, gatewayKey).Add(db, batch, letters, cases);
        batch.BatchCommands.Add(journal.Command());
        batch.BatchCommands.Add(Tasks(letters, cases, now));
        batch.BatchCommands.Add(FloorStore.Command(
            "UPDATE cases SET next_in = next_in + 1 WHERE id = ANY($1)",
            cases.Values.Select(c => c.Id).ToArray()));
        batch.BatchCommands.Add(FloorStore.One(FloorLine.InsertReceipt,
            receipt.ReceiptId, line.To, "sent", sha256, jws, now.UtcTicks));
        batch.BatchCommands.Add(FloorStore.One(
            "INSERT INTO owed_receipts (country, receipt_id, since) VALUES ($1, $2, $3)",
            line.To, receipt.ReceiptId, now.UtcTicks));
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        counted.Apply(letters.Count);
        line.Ring();
    }

    /// <summary>Receipts owed go into a pouch; null when none is.</summary>
    public async Task<SealedPouch?> Gather()
    {
        await using var db = await store.Source.OpenConnectionAsync();
        var owed = new List<string>();
        await using (var take = new NpgsqlCommand("""
            WITH gone AS (DELETE FROM owed_receipts RETURNING receipt_id)
            SELECT r.jws FROM receipts r JOIN gone USING (receipt_id) WHERE r.direction = 'sent'
            """, db))
        await using (var rows = await take.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                owed.Add(rows.GetString(0));
        return owed.Count == 0 ? null : line.Seal([], owed);
    }

    private NpgsqlBatchCommand Rows(IReadOnlyList<OpenedLetter> letters,
        Dictionary<string, FloorCase> cases, string receiptId, DateTimeOffset now) =>
        FloorStore.Command(InsertLetters,
            letters.Select(l => l.Signer).ToArray(), letters.Select(l => l.Letter.Head.LetterId).ToArray(),
            letters.Select(l => Convert.ToHexStringLower(l.Sha256)).ToArray(),
            letters.Select(l => cases[l.Letter.Head.Referral].Id).ToArray(),
            letters.Select(l => l.Letter.Head.Referral).ToArray(),
            letters.Select(l => (long)l.Letter.Head.Number).ToArray(),
            letters.Select(l => l.Letter.Head.Kind).ToArray(), letters.Select(_ => 6).ToArray(),
            letters.Select(_ => receiptId).ToArray(),
            letters.Select(l => store.Vault.Seal(cases[l.Letter.Head.Referral].Id,
                $"letters_in/{l.Signer}/{l.Letter.Head.LetterId}", Encoding.ASCII.GetBytes(l.Jws))).ToArray(),
            letters.Select(_ => now.UtcTicks).ToArray());

    private static NpgsqlBatchCommand Tasks(IReadOnlyList<OpenedLetter> letters,
        Dictionary<string, FloorCase> cases, DateTimeOffset now) => FloorStore.Command(InsertTasks,
            letters.Select(_ => Guid.CreateVersion7(now)).ToArray(),
            letters.Select(l => cases[l.Letter.Head.Referral].Id).ToArray(),
            letters.Select(_ => "VERIFY_NATIONALITY").ToArray(), letters.Select(_ => "LA-POLICE").ToArray(),
            letters.Select(l => l.Letter.Head.LetterId).ToArray(),
            letters.Select(_ => now.UtcTicks).ToArray());
}
