using Referral.Gateway.Storage;
using Referral.Gateway.Storage.Batches;

namespace Referral.Gateway;

/// <summary>
/// What a step writes beside what it read and changed: rows that are new and stay as they are. Nobody has to
/// watch them for changes, so EF Core does not.
/// </summary>
internal sealed partial class Step
{
    private readonly AppendedRows _appended = new();

    /// <summary>Saves all that the step has written so far; the transaction stays open.</summary>
    public async Task Save()
    {
        await SaveSearchKeys();
        await db.Save(_appended);
    }
}
