using System.Data.Common;

namespace Referral.Network.Soak;

/// <summary>How many letters wait for a receipt or for a gap, read in the databases of all gateways.</summary>
internal static class OpenLetters
{
    private const string Open = "SELECT (SELECT count(*) FROM letters_out WHERE settled_at IS NULL) "
        + "+ (SELECT count(*) FROM letters_in WHERE state = 3)";

    /// <summary>Null while a database cannot be read: a server may be starting.</summary>
    public static long? Count(RunningNetwork network)
    {
        try
        {
            return network.Gateways.Sum(gateway =>
            {
                using var stored = StoredGateway.Open(gateway.DataFolder);
                return stored?.Rows(Open, row => Convert.ToInt64(row.GetValue(0))).Single() ?? 0;
            });
        }
        catch (DbException)
        {
            return null;
        }
    }
}
