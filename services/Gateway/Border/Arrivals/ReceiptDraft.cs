using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>
/// The one receipt of a transaction: collects outcomes, then is signed once, stored, journalled and owed.
/// </summary>
internal sealed class ReceiptDraft(Step step, string to, string pouchId)
{
    private readonly Receipt _receipt = new()
    {
        ReceiptId = Guid.CreateVersion7(step.Now).ToString("D"),
        FromCountry = step.Us,
        ToCountry = to,
        PouchId = pouchId,
        At = Timestamp.FromDateTimeOffset(step.Now),
    };

    private readonly List<(CaseRow? Case, Outcome Outcome)> _outcomes = [];

    public string ReceiptId => _receipt.ReceiptId;

    public void Answer(CaseRow? row, string letterId, byte[] sha256, RemState state, string code) =>
        _outcomes.Add((row, new Outcome
        {
            LetterId = letterId,
            LetterSha256 = ByteString.CopyFrom(sha256),
            State = state,
            Code = code,
        }));

    public void Unreadable(byte[] sha256, string code) =>
        _receipt.Unreadable.Add(new Unreadable { TokenSha256 = ByteString.CopyFrom(sha256), Code = code });

    /// <summary>
    /// A letter that waited and took effect in the same transaction has one outcome: the last.
    /// </summary>
    public async Task Write()
    {
        var last = _outcomes.GroupBy(o => o.Outcome.LetterSha256).Select(g => g.Last()).ToList();
        if (last.Count == 0 && _receipt.Unreadable.Count == 0)
        {
            return;
        }

        _receipt.Outcomes.Add(last.Select(o => o.Outcome));
        var jws = step.Identity.Keys.Signing.Sign(_receipt.ToByteArray(), JoseTypes.Receipt);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));
        step.Db.Receipts.Add(new ReceiptRow
        {
            ReceiptId = ReceiptId,
            Direction = ReceiptDirection.Sent,
            Country = to,
            Sha256 = sha256,
            Jws = jws,
            At = step.Now,
        });
        foreach (var (row, outcome) in last.Where(o => o.Case is not null))
        {
            await step.Journal(row!, "receipt-sent", ("receipt_id", ReceiptId), ("receipt_sha256", sha256),
                ("letter_id", outcome.LetterId),
                ("letter_sha256", Convert.ToHexStringLower(outcome.LetterSha256.Span)),
                ("to", to), ("state", Step.Text((int)outcome.State)), ("code", outcome.Code));
        }

        if (last.Count == 0 || last.Any(o => o.Case is null))
        {
            await step.JournalBorder(
                "receipt-sent", ("receipt_id", ReceiptId), ("receipt_sha256", sha256), ("to", to));
        }

        // Its id is new: nobody is owed it yet.
        Owe(step, to, ReceiptId);
        step.TellOfReceipt(to);
    }

    /// <summary>
    /// Puts a stored receipt into the next pouch; once is enough however often it is asked for.
    /// </summary>
    public static async Task OweAgain(Step step, string country, string receiptId)
    {
        if (await step.Db.OwedReceipts.FindAsync(country, receiptId) is null)
        {
            Owe(step, country, receiptId);
        }

        step.TellOfReceipt(country);
    }

    private static void Owe(Step step, string country, string receiptId) => step.Db.OwedReceipts.Add(
        new OwedReceiptRow { Country = country, ReceiptId = receiptId, Since = step.Now });
}

/// <summary>Which way a stored receipt went.</summary>
internal static class ReceiptDirection
{
    public const string Sent = "sent";
    public const string Received = "received";
}
