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

/// <summary>The host's side of the floor: letters written, sent, and settled by receipts.</summary>
internal sealed class FloorSender(FloorStore store, FloorLine line, Counted counted)
{
    private const string InsertLetters = """
        INSERT INTO letters_out (letter_id, case_id, referral, number, to_country, kind, sha256, sealed_jws,
            written_at, expires_at, state, due_at, attempts, alerts, asked_again)
        SELECT *, 2, $9[1], 0, 0, false FROM unnest($1::text[], $2::uuid[], $3::text[], $4::bigint[],
            $5::text[], $6::text[], $7::text[], $8::bytea[], $9::bigint[], $10::bigint[])
        """;

    private const string Settle = """
        UPDATE letters_out AS l SET state = 6, due_at = NULL, settled_at = $2, receipt_id = $3
        WHERE letter_id = ANY($1) AND due_at IS NOT NULL
        RETURNING letter_id, case_id, number, sha256
        """;

    public async Task Write(IReadOnlyList<Guid> chosen, Letter template)
    {
        await using var db = await store.Source.OpenConnectionAsync();
        await using var transaction = await db.BeginTransactionAsync();
        var cases = await store.Cases(db, "host_cases", "id", chosen.ToArray());
        var (journal, now) = (new FloorJournal(), DateTimeOffset.UtcNow);
        var rows = cases.Select(row => Letter(row, template, journal, now)).ToList();
        await using var batch = new NpgsqlBatch(db, transaction);
        batch.BatchCommands.Add(FloorStore.Command(InsertLetters,
            rows.Select(r => r.Head.LetterId).ToArray(), cases.Select(c => c.Id).ToArray(),
            cases.Select(c => c.Referral).ToArray(), cases.Select(c => c.NextOut).ToArray(),
            rows.Select(r => r.Head.ToCountry).ToArray(), rows.Select(r => r.Head.Kind).ToArray(),
            rows.Select(r => r.Sha256).ToArray(), rows.Select(r => r.Sealed).ToArray(),
            rows.Select(_ => now.UtcTicks).ToArray(),
            rows.Select(_ => now.AddDays(90).UtcTicks).ToArray()));
        batch.BatchCommands.Add(FloorStore.Command(
            "UPDATE cases SET next_out = next_out + 1 WHERE id = ANY($1)",
            cases.Select(c => c.Id).ToArray()));
        batch.BatchCommands.Add(journal.Command());
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        line.Ring();
    }

    /// <summary>What is due goes into a pouch; null when nothing is.</summary>
    public async Task<SealedPouch?> Gather(int most)
    {
        await using var db = await store.Source.OpenConnectionAsync();
        await using var transaction = await db.BeginTransactionAsync();
        var found = new List<(long Row, string Id, Guid Case, byte[] Sealed)>();
        await using (var read = new NpgsqlCommand("""
            SELECT row, letter_id, case_id, sealed_jws FROM letters_out
            WHERE to_country = $1 AND due_at <= $2 ORDER BY row LIMIT $3 FOR UPDATE
            """, db)
        {
            Parameters =
            {
                new() { Value = line.To }, new() { Value = DateTimeOffset.UtcNow.UtcTicks },
                new() { Value = most },
            },
        })
        await using (var rows = await read.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                found.Add((rows.GetInt64(0), rows.GetString(1), rows.GetGuid(2), (byte[])rows[3]));
        if (found.Count == 0)
            return null;
        await store.Vault.Load([.. found.Select(f => f.Case).Distinct()]);
        await using var update = new NpgsqlCommand("""
            UPDATE letters_out SET attempts = attempts + 1, left_at = $2, due_at = $3 WHERE row = ANY($1)
            """, db)
        {
            Parameters =
            {
                new() { Value = found.Select(f => f.Row).ToArray() },
                new() { Value = DateTimeOffset.UtcNow.UtcTicks },
                new() { Value = DateTimeOffset.UtcNow.AddSeconds(30).UtcTicks },
            },
        };
        await update.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return line.Seal(found.ConvertAll(f => Encoding.ASCII.GetString(
            store.Vault.Open(f.Case, $"letters_out/{f.Id}", f.Sealed))), []);
    }

    public async Task Take(OpenedPouch pouch)
    {
        foreach (var receipt in pouch.Receipts.Select(r => r.Content.Outcome))
        {
            await using var db = await store.Source.OpenConnectionAsync();
            await using var transaction = await db.BeginTransactionAsync();
            var settled = new List<(string Id, Guid Case, long Number, string Sha256)>();
            await using (var update = new NpgsqlCommand(Settle, db)
            {
                Parameters =
                {
                    new() { Value = receipt.Receipt.Outcomes.Select(o => o.LetterId).ToArray() },
                    new() { Value = DateTimeOffset.UtcNow.UtcTicks },
                    new() { Value = receipt.Receipt.ReceiptId },
                },
            })
            await using (var rows = await update.ExecuteReaderAsync())
                while (await rows.ReadAsync())
                    settled.Add((rows.GetString(0), rows.GetGuid(1), rows.GetInt64(2), rows.GetString(3)));
            var cases = (await store.Cases(
                db, "host_cases", "id", settled.Select(s => s.Case).Distinct().ToArray()))
                .ToDictionary(c => c.Id);
            var (journal, hash) = (new FloorJournal(), Convert.ToHexStringLower(receipt.Sha256));
            foreach (var one in settled)
                journal.Append(cases[one.Case], "receipt-received", ("receipt_id", receipt.Receipt.ReceiptId),
                    ("receipt_sha256", hash), ("letter_id", one.Id), ("letter_kind", "M03"),
                    ("letter_number", Step.Text(one.Number)), ("letter_sha256", one.Sha256),
                    ("from", receipt.Signer), ("state", "6"), ("code", ""));
            await using var batch = new NpgsqlBatch(db, transaction);
            batch.BatchCommands.Add(journal.Command());
            batch.BatchCommands.Add(FloorStore.One(FloorLine.InsertReceipt,
                receipt.Receipt.ReceiptId, receipt.Signer, "received", hash, receipt.Jws,
                DateTimeOffset.UtcNow.UtcTicks));
            await batch.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            counted.Settle(settled.Count);
        }
    }

    private (Letterhead Head, string Sha256, byte[] Sealed) Letter(
        FloorCase row, Letter template, FloorJournal journal, DateTimeOffset now)
    {
        var letter = template.Clone();
        letter.Head.LetterId = Guid.CreateVersion7(now).ToString("D");
        letter.Head.Referral = row.Referral;
        letter.Head.Number = (uint)row.NextOut;
        letter.Head.FromCountry = line.From;
        letter.Head.ToCountry = line.To;
        letter.Head.SchemaVersion = 1;
        letter.Head.WrittenAt = Timestamp.FromDateTimeOffset(now);
        letter.Head.ExpiresAt = Timestamp.FromDateTimeOffset(now.AddDays(90));
        var jws = line.Signer.Sign(letter.ToByteArray(), JoseTypes.Letter);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));
        journal.Append(row, "letter-written", ("letter_id", letter.Head.LetterId), ("letter_kind", "M03"),
            ("letter_number", Step.Text(row.NextOut)), ("to", line.To), ("letter_sha256", sha256),
            ("agreement", letter.Head.AgreementId), ("rule", letter.Head.AgreementRule));
        journal.Append(row, "event", ("event", "VerificationRequested"), ("stage", "AwaitingVerification"),
            ("happened_on", "2026-11-20"), ("post", "TH-HOME"));
        return (letter.Head, sha256, store.Vault.Seal(
            row.Id, $"letters_out/{letter.Head.LetterId}", Encoding.ASCII.GetBytes(jws)));
    }
}
