using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Access;

/// <summary>
/// Whether a case is the caller's own. A role that may read only its own (shelter, guardian, partner) opens a
/// case when its post has done something in it: the case's journal says so.
/// </summary>
internal static class OwnCases
{
    private const string Own = "own";

    public static async Task<bool> May(Step step, CaseRow row, Caller caller) =>
        ReadsAll(caller) || await Took(step, row, caller.Post);

    /// <summary>No role of the caller reads its own cases alone, or another reads all.</summary>
    public static bool ReadsAll(Caller caller)
    {
        var may = caller.Roles.Select(role => RoleBook.Shipped.May(role, "P1")).ToList();
        return may.TrueForAll(m => m != Own) || may.Exists(m => m is "R" or "RW");
    }

    private static async Task<bool> Took(Step step, CaseRow row, string post)
    {
        var chain = Step.ChainOf(row.Id);
        var sign = System.Text.Encoding.UTF8.GetBytes($"\"post\":\"{post}\"");
        await foreach (var text in step.Db.Journal.AsNoTracking().Where(e => e.Chain == chain)
            .OrderBy(e => e.Number).Select(e => e.Text).AsAsyncEnumerable())
        {
            // A refused attempt is no part in the case.
            if (text.AsSpan().IndexOf(sign) >= 0 && text.AsSpan().IndexOf("\"command-refused\""u8) < 0)
            {
                return true;
            }
        }

        return false;
    }
}
