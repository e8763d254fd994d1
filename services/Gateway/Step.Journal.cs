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

    /// <summary>Appends to a chain of another feature.</summary>
    public Task JournalIn(string chain, string kind, params (string Name, string Value)[] values) =>
        Append(chain, kind, values);

    public const string BorderChain = "border";

    public static string ChainOf(Guid caseId) => $"case/{caseId:N}";

    // A chain without an entry begins here.
    private async Task LoadHeads(IEnumerable<string> chains)
    {
        var wanted = chains.Where(chain => !_heads.ContainsKey(chain)).ToList();
        foreach (var head in wanted.Count == 0 ? [] : await ChainHeads.Of(db, wanted))
        {
            _heads[head.Chain] = (head.Number, head.Hash);
        }

        wanted.ForEach(chain => _heads.TryAdd(chain, (0, JournalFormat.Genesis(chain))));
    }

    private async Task Append(string chain, string kind, (string Name, string Value)[] values)
    {
        await LoadHeads([chain]);
        var head = _heads[chain];
        var number = head.Number + 1;
        var text = JournalFormat.WriteText(
            chain, number, Now, kind, values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var hash = JournalFormat.Hash(head.Hash, text);
        _appended.Add(new JournalRow
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
