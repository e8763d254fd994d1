using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Gateway;

/// <summary>
/// The journal side of a step: every entry continues its chain, within the same transaction.
/// </summary>
internal sealed partial class Step
{
    private readonly Dictionary<string, (long Number, byte[] Hash)> _heads = new(StringComparer.Ordinal);

    /// <summary>Appends to the chain of a case.</summary>
    public Task Journal(CaseRow row, string kind, params (string Name, string Value)[] values) =>
        Append(ChainOf(row.Id), kind, [("referral", row.Referral ?? ""), .. values]);

    /// <summary>Appends to the border chain: what concerns no case of ours.</summary>
    public Task JournalBorder(string kind, params (string Name, string Value)[] values) =>
        Append(BorderChain, kind, values);

    public const string BorderChain = "border";

    public static string ChainOf(Guid caseId) => $"case/{caseId:N}";

    private async Task Append(string chain, string kind, (string Name, string Value)[] values)
    {
        if (!_heads.TryGetValue(chain, out var head))
        {
            var last = await db.Journal.AsNoTracking().Where(r => r.Chain == chain)
                .OrderByDescending(r => r.Number).Select(r => new { r.Number, r.Hash }).FirstOrDefaultAsync();
            head = last is null ? (0, JournalFormat.Genesis(chain)) : (last.Number, last.Hash);
        }

        var number = head.Number + 1;
        var text = JournalFormat.WriteText(
            chain, number, Now, kind, values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var hash = JournalFormat.Hash(head.Hash, text);
        db.Journal.Add(new JournalRow
        {
            Chain = chain,
            Number = number,
            Previous = head.Hash,
            Text = text,
            Hash = hash,
        });
        _heads[chain] = (number, hash);
        _entries++;
    }
}
