using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Tests.Verifier.Tampering;

/// <summary>
/// The journal in a copy of one stopped gateway's folder, in the hands of whoever may write there. With the
/// keys in the folder its checkpoints can be signed anew.
/// </summary>
internal sealed class KeptJournal(string folder, string country) : IDisposable
{
    public GatewayDb Db { get; } = new SqliteGatewayDb(new DbContextOptionsBuilder<SqliteGatewayDb>()
        .UseSqlite($"Data Source={Path.Combine(folder, SqliteStore.FileName)};Pooling=False")
        .UseSnakeCaseNamingConvention().Options);

    /// <summary>The entries of the only case, all of them sealed, by number.</summary>
    public List<JournalRow> Case => [.. Db.Journal.Where(e => e.Chain.StartsWith("case/")
        && e.Row <= Db.Checkpoints.Max(c => c.LastRow)).OrderBy(e => e.Number)];

    /// <summary>The same with those that no checkpoint covers yet.</summary>
    public List<JournalRow> WholeCase => [.. Db.Journal.Where(e => e.Chain.StartsWith("case/"))];

    public void Save() => Db.SaveChanges();

    /// <summary>Text changed, its hash made to fit.</summary>
    public static void Rehash(JournalRow entry) =>
        entry.Hash = JournalFormat.Hash(entry.Previous, entry.Text);

    /// <summary>Every checkpoint is signed anew over what is assigned to it now.</summary>
    public void SealAnew()
    {
        Save();
        var list = TrustList.Read(Path.Combine(folder, TrustList.FileName));
        using var keys = GatewayKeys.CreateOrRead(folder, country, TimeProvider.System, list);
        var (previous, after) = (CheckpointFormat.NoPrevious, 0L);
        foreach (var row in Db.Checkpoints.OrderBy(c => c.Number).ToList())
        {
            var leaves = Db.Journal.Where(e => e.Row > after && e.Row <= row.LastRow).OrderBy(e => e.Row)
                .Select(e => e.Hash).ToList();
            after = row.LastRow;
            row.Jws = CheckpointFormat.Sign(keys.Signing.Key, keys.Signing.Kid,
                new(country, row.Number, row.At, previous, MerkleTree.Root(leaves)));
            previous = CheckpointFormat.Hash(row.Jws);
        }
        Save();
    }

    public void Dispose()
    {
        Db.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
