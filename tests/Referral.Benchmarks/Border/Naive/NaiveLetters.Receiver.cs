using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Storage;

namespace Referral.Benchmarks.Border.Naive;

/// <summary>The receiver's half.</summary>
internal sealed partial class NaiveLetters
{
    private async Task Take(OpenedPouch pouch)
    {
        var (opened, now) = (pouch.Letters[0].Content.Outcome, DateTimeOffset.UtcNow);
        var head = opened.Letter.Head;
        await using var db = new PlainGatewayDb(PlainGatewayDb.On(_origin.Databases));
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.LettersIn.AnyAsync(l => l.Sender == opened.Signer && l.LetterId == head.LetterId))
            return;
        var row = await db.Cases.SingleAsync(c => c.Referral == head.Referral);
        _ = await db.OriginCases.SingleAsync(s => s.CorrelationId == row.Id);
        row.NextIn++;
        var receipt = new Receipt
        {
            ReceiptId = Guid.CreateVersion7(now).ToString("D"), FromCountry = _origin.Line.From,
            ToCountry = _origin.Line.To, PouchId = pouch.PouchId, At = Timestamp.FromDateTimeOffset(now),
            Outcomes =
            {
                new Outcome
                {
                    LetterId = head.LetterId, State = RemState.Delivery,
                    LetterSha256 = ByteString.CopyFrom(opened.Sha256),
                },
            },
        };
        var jws = _origin.Line.Signer.Sign(receipt.ToByteArray(), JoseTypes.Receipt);
        db.LettersIn.Add(new LetterInRow
        {
            Sender = opened.Signer, LetterId = head.LetterId, CaseId = row.Id, Referral = head.Referral,
            Sha256 = Convert.ToHexStringLower(opened.Sha256), Number = head.Number, Kind = head.Kind,
            State = (int)RemState.Delivery, ReceiptId = receipt.ReceiptId, ArrivedAt = now,
            SealedJws = _origin.Store.Vault.Seal(
                row.Id, $"letters_in/{opened.Signer}/{head.LetterId}", Encoding.ASCII.GetBytes(opened.Jws)),
        });
        db.Tasks.Add(new TaskRow
        {
            Id = Guid.CreateVersion7(now), CaseId = row.Id, Kind = "VERIFY_NATIONALITY", Post = "LA-POLICE",
            LetterId = head.LetterId, OpenedAt = now,
        });
        db.Receipts.Add(Row(receipt, "sent", _origin.Line.To, jws));
        db.OwedReceipts.Add(new OwedReceiptRow
        {
            Country = _origin.Line.To, ReceiptId = receipt.ReceiptId, Since = now,
        });
        await Journal(db, row.Id, "letter-admitted", head.LetterId);
        await Journal(db, row.Id, "receipt-sent", head.LetterId);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        Counted.Apply(1);
        _origin.Line.Ring();
    }

    private async Task<SealedPouch?> NextReceipt()
    {
        await using var db = new PlainGatewayDb(PlainGatewayDb.On(_origin.Databases));
        var owed = await db.OwedReceipts.OrderBy(o => o.Since).FirstOrDefaultAsync();
        if (owed is null)
            return null;
        var receipt = await db.Receipts.SingleAsync(r => r.ReceiptId == owed.ReceiptId);
        db.OwedReceipts.Remove(owed);
        await db.SaveChangesAsync();
        return _origin.Line.Seal([], [receipt.Jws]);
    }
}
