using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>The letters of a case, both ways, with the receipt that answers each.</summary>
internal static class LetterViews
{
    public static async Task<IReadOnlyList<LetterView>> Of(Step step, CaseRow row, string language)
    {
        var sent = await step.Db.LettersOut.AsNoTracking().Where(l => l.CaseId == row.Id).OrderBy(l => l.Row)
            .ToListAsync();
        var arrived = await step.Db.LettersIn.AsNoTracking().Where(l => l.CaseId == row.Id)
            .OrderBy(l => l.Row).ToListAsync();
        var ids = sent.Select(l => l.ReceiptId)
            .Concat(arrived.Select(l => l.ReceiptId)).OfType<string>().ToList();
        var hashes = await step.Db.Receipts.AsNoTracking().Where(r => ids.Contains(r.ReceiptId))
            .ToDictionaryAsync(r => r.ReceiptId, r => r.Sha256);
        return
        [
            .. sent.Select(l => Out(step, l, language, hashes))
                .Concat(arrived.Select(l => In(step, l, language, hashes)))
                .OrderBy(l => l.WrittenAt.ToDateTimeOffset()),
        ];
    }

    private static LetterView Out(
        Step step, LetterOutRow row, string language, IReadOnlyDictionary<string, string> hashes)
    {
        var view = View(row.LetterId, row.Kind, row.Number, row.Sha256, row.State, row.Code, row.ReceiptId,
            language, hashes);
        view.Direction = "out";
        view.FromCountry = step.Us;
        view.ToCountry = row.ToCountry;
        view.WrittenAt = Timestamp.FromDateTimeOffset(row.WrittenAt);
        view.Attempts = (uint)row.Attempts;
        if (row.SettledAt is { } settled)
        {
            view.SettledAt = Timestamp.FromDateTimeOffset(settled);
        }

        return view;
    }

    private static LetterView In(
        Step step, LetterInRow row, string language, IReadOnlyDictionary<string, string> hashes)
    {
        var view = View(row.LetterId, row.Kind, row.Number, row.Sha256, row.State, row.Code, row.ReceiptId,
            language, hashes);
        view.Direction = "in";
        view.FromCountry = row.Sender;
        view.ToCountry = step.Us;
        view.WrittenAt = Timestamp.FromDateTimeOffset(row.ArrivedAt);
        return view;
    }

    private static LetterView View(
        string id, string kind, long number, string sha256, int state, string? code, string? receiptId,
        string language, IReadOnlyDictionary<string, string> hashes) => new()
        {
            LetterId = id,
            Kind = FieldViews.LabelOf("letter", kind, language),
            Number = (uint)number,
            Sha256 = sha256,
            State = FieldViews.LabelOf("rem_state", Step.Text(state), language),
            Code = code ?? "",
            ReceiptId = receiptId ?? "",
            ReceiptSha256 = receiptId is null ? "" : hashes.GetValueOrDefault(receiptId, ""),
        };
}
