using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Benchmarks.Border.Floor;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Benchmarks.Border.Naive;

/// <summary>
/// The shape that a first version would have: one letter a transaction and a pouch, every row through the
/// change tracker, an outbox table, one receipt a letter. The same signatures, seals and encryption.
/// </summary>
internal sealed partial class NaiveLetters(FloorPair pair, Letter template) : ILetters, IAsyncDisposable
{
    private readonly FloorSide _host = pair.Host, _origin = pair.Origin;
    private readonly Random _choice = new(1);
    private readonly SemaphoreSlim _hostTurn = new(1, 1);

    public string Name => "naive";

    public Counted Counted { get; } = new();

    public async Task Start()
    {
        await _host.Line.Start(NextLetter, Settle);
        await _origin.Line.Start(NextReceipt, Take);
    }

    public async Task Write(int letters)
    {
        foreach (var id in pair.Referrals.Choose(_choice, letters))
        {
            await Alone(() => Write(id));
            _host.Line.Ring();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.Line.DisposeAsync();
        await _origin.Line.DisposeAsync();
        _hostTurn.Dispose();
    }

    private async Task Write(Guid id)
    {
        await using var db = new PlainGatewayDb(PlainGatewayDb.On(_host.Databases));
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.Cases.SingleAsync(c => c.Id == id);
        _ = await db.HostCases.SingleAsync(s => s.CorrelationId == id);
        var (letter, now) = (template.Clone(), DateTimeOffset.UtcNow);
        letter.Head.LetterId = Guid.CreateVersion7(now).ToString("D");
        letter.Head.Referral = row.Referral;
        letter.Head.Number = (uint)row.NextOut;
        letter.Head.FromCountry = _host.Line.From;
        letter.Head.ToCountry = _host.Line.To;
        letter.Head.WrittenAt = Timestamp.FromDateTimeOffset(now);
        letter.Head.ExpiresAt = Timestamp.FromDateTimeOffset(now.AddDays(90));
        var jws = _host.Line.Signer.Sign(letter.ToByteArray(), JoseTypes.Letter);
        db.LettersOut.Add(new LetterOutRow
        {
            LetterId = letter.Head.LetterId, CaseId = id, Referral = row.Referral!, Number = row.NextOut++,
            ToCountry = _host.Line.To, Kind = "M03", Sha256 = Hash(jws), WrittenAt = now, DueAt = now,
            ExpiresAt = now.AddDays(90), State = (int)RemState.SubmissionAcceptance,
            SealedJws = _host.Store.Vault.Seal(
                id, $"letters_out/{letter.Head.LetterId}", Encoding.ASCII.GetBytes(jws)),
        });
        await Journal(db, id, "letter-written", letter.Head.LetterId);
        await Journal(db, id, "event", "VerificationRequested");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private async Task<SealedPouch?> NextLetter()
    {
        await using var db = new PlainGatewayDb(PlainGatewayDb.On(_host.Databases));
        var now = DateTimeOffset.UtcNow;
        var due = await db.LettersOut.Where(l => l.ToCountry == _host.Line.To && l.DueAt <= now)
            .OrderBy(l => l.Row).FirstOrDefaultAsync();
        if (due is null)
            return null;
        (due.LeftAt, due.DueAt, due.Attempts) = (now, now.AddSeconds(30), due.Attempts + 1);
        await Alone(() => db.SaveChangesAsync());
        return _host.Line.Seal([Encoding.ASCII.GetString(
            _host.Store.Vault.Open(due.CaseId, $"letters_out/{due.LetterId}", due.SealedJws))], []);
    }

    private Task Settle(OpenedPouch pouch) => Alone(async () =>
    {
        var opened = pouch.Receipts[0].Content.Outcome;
        await using var db = new PlainGatewayDb(PlainGatewayDb.On(_host.Databases));
        await using var transaction = await db.Database.BeginTransactionAsync();
        var id = opened.Receipt.Outcomes[0].LetterId;
        var letter = await db.LettersOut.SingleAsync(l => l.LetterId == id);
        (letter.State, letter.DueAt, letter.SettledAt, letter.ReceiptId) =
            ((int)RemState.Delivery, null, DateTimeOffset.UtcNow, opened.Receipt.ReceiptId);
        db.Receipts.Add(Row(opened.Receipt, "received", opened.Signer, opened.Jws));
        await Journal(db, letter.CaseId, "receipt-received", id);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        Counted.Settle(1);
    });

    // Chains of the host are written to by three: as in the product, they take turns.
    private async Task Alone(Func<Task> work)
    {
        await _hostTurn.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _hostTurn.Release();
        }
    }

    private static async Task Journal(PlainGatewayDb db, Guid id, string kind, string value)
    {
        var chain = Step.ChainOf(id);
        var last = db.Journal.Local.Where(e => e.Chain == chain).MaxBy(e => e.Number)
            ?? await db.Journal.AsNoTracking().Where(e => e.Chain == chain)
                .OrderByDescending(e => e.Number).FirstAsync();
        var text = JournalFormat.WriteText(
            chain, last.Number + 1, DateTimeOffset.UtcNow, kind, [KeyValuePair.Create("letter_id", value)]);
        db.Journal.Add(new JournalRow
        {
            Chain = chain, Number = last.Number + 1, Previous = last.Hash, Text = text,
            Hash = JournalFormat.Hash(last.Hash, text),
        });
    }

    private static ReceiptRow Row(Receipt receipt, string direction, string country, string jws) => new()
    {
        ReceiptId = receipt.ReceiptId, Direction = direction, Country = country, Sha256 = Hash(jws),
        Jws = jws, At = DateTimeOffset.UtcNow,
    };

    private static string Hash(string jws) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));
}
