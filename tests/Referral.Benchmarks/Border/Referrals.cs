using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Referral.Gateway;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Benchmarks.Border;

/// <summary>
/// Referrals that are there before anything is measured: each with its case, saga, key, journal and the two
/// letters that opened it, at both gateways. No person stands in them. Written with COPY, a million in about
/// two minutes.
/// </summary>
internal sealed class Referrals(int count)
{
    private static readonly DateTimeOffset Before = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A year has numbers up to 999,999.</summary>
    private const int PerYear = 500_000;

    /// <summary>Ids of the cases at the host, in the order of their numbers.</summary>
    public Guid[] HostCases { get; } = new Guid[count];

    public Guid[] OriginCases { get; } = new Guid[count];

    public int Count => count;

    /// <summary>Cases of the host, each another one.</summary>
    public Guid[] Choose(Random choice, int cases)
    {
        var chosen = new HashSet<Guid>();
        while (chosen.Count < cases)
            chosen.Add(HostCases[choice.Next(Count)]);
        return [.. chosen];
    }

    public static string Number(int index) =>
        ReferralNumber.Make(
        Pair.Host, Pair.Origin, 2020 + (index / PerYear), (index % PerYear) + 1).ToString();

    public static string LocalNumber(string side, int index) =>
        $"{(side == Sides.Host ? Pair.Host : Pair.Origin)}-2025-{index:D7}";

    public async Task Fill(PostgresDatabases host, byte[] hostKey, PostgresDatabases origin, byte[] originKey)
    {
        await Task.WhenAll(
            Fill(host, hostKey, HostCases, Sides.Host, "host_cases", "AwaitingVerification"),
            Fill(origin, originKey, OriginCases, Sides.Origin, "origin_cases", "Verifying"));
    }

    /// <summary>The host's side alone.</summary>
    /// <param name="host">Its databases.</param>
    /// <param name="hostKey">Its gateway key.</param>
    /// <param name="stage">Stage of every case.</param>
    /// <param name="keyed">Told each case's own key.</param>
    public Task FillHost(
        PostgresDatabases host, byte[] hostKey, string stage, Action<int, byte[]> keyed) =>
        Fill(host, hostKey, HostCases, Sides.Host, "host_cases", stage, keyed);

    private static async Task Fill(PostgresDatabases databases, byte[] gatewayKey, Guid[] cases, string side,
        string sagas, string stage, Action<int, byte[]>? keyed = null)
    {
        for (var index = 0; index < cases.Length; index++)
            cases[index] = Guid.CreateVersion7(Before.AddSeconds(index));
        await using (var keys = new NpgsqlConnection(databases.Keys))
        {
            await keys.OpenAsync();
            await Copy(keys, "keys (case_id, wrapped, made_at)", cases.Length, (row, index) =>
            {
                var key = RandomNumberGenerator.GetBytes(32);
                keyed?.Invoke(index, key);
                row.Write(cases[index], NpgsqlDbType.Uuid);
                row.Write(Vault.Wrap(gatewayKey, cases[index], key), NpgsqlDbType.Bytea);
                row.Write(Before.UtcTicks, NpgsqlDbType.Bigint);
            });
        }

        await using var db = new NpgsqlConnection(databases.Gateway);
        await db.OpenAsync();
        await FillCases(db, cases, side);
        await Copy(db, $"{sagas} (correlation_id, stage, holds, stage_since)", cases.Length, (row, index) =>
        {
            row.Write(cases[index], NpgsqlDbType.Uuid);
            row.Write(stage, NpgsqlDbType.Text);
            row.Write("", NpgsqlDbType.Text);
            row.Write(Before.UtcTicks, NpgsqlDbType.Bigint);
        });
        await FillJournal(db, cases);
        await FillWork(db, cases);
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", db) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync();
    }

    private static Task FillCases(NpgsqlConnection db, Guid[] cases, string side) => Copy(db,
        "cases (id, local_number, side, host, origin, referral, opened_at, next_out, next_in)", cases.Length,
        (row, index) =>
        {
            row.Write(cases[index], NpgsqlDbType.Uuid);
            row.Write(LocalNumber(side, index), NpgsqlDbType.Text);
            row.Write(side, NpgsqlDbType.Text);
            row.Write(Pair.Host, NpgsqlDbType.Text);
            row.Write(Pair.Origin, NpgsqlDbType.Text);
            row.Write(Number(index), NpgsqlDbType.Text);
            row.Write(Before.AddSeconds(index).UtcTicks, NpgsqlDbType.Bigint);
            row.Write(1L, NpgsqlDbType.Bigint);
            row.Write(1L, NpgsqlDbType.Bigint);
        });

    // Two entries a case, covered by a checkpoint of before.
    private static async Task FillJournal(NpgsqlConnection db, Guid[] cases)
    {
        const int entries = 2;
        var head = Array.Empty<byte>();
        await Copy(db, "journal (chain, number, previous, text, hash)", cases.Length * entries,
            (row, index) =>
            {
                var chain = Step.ChainOf(cases[index / entries]);
                var number = (index % entries) + 1;
                var previous = number == 1 ? JournalFormat.Genesis(chain) : head;
                var text = JournalFormat.WriteText(chain, number, Before, "filled", []);
                head = JournalFormat.Hash(previous, text);
                row.Write(chain, NpgsqlDbType.Text);
                row.Write((long)number, NpgsqlDbType.Bigint);
                row.Write(previous, NpgsqlDbType.Bytea);
                row.Write(text, NpgsqlDbType.Bytea);
                row.Write(head, NpgsqlDbType.Bytea);
            });
        await using var covered = new NpgsqlCommand(
            "INSERT INTO checkpoints (number, jws, at, last_row) "
            + "SELECT 0, '', 0, coalesce(max(row), 0) FROM journal", db);
        await covered.ExecuteNonQueryAsync();
    }

    // A task that was done and a deadline that was met.
    private static async Task FillWork(NpgsqlConnection db, Guid[] cases)
    {
        await Copy(db, "tasks (id, case_id, kind, post, opened_at, done_at)", cases.Length, (row, index) =>
        {
            row.Write(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            row.Write(cases[index], NpgsqlDbType.Uuid);
            row.Write("ACKNOWLEDGE", NpgsqlDbType.Text);
            row.Write("HOME", NpgsqlDbType.Text);
            row.Write(Before.UtcTicks, NpgsqlDbType.Bigint);
            row.Write(Before.UtcTicks, NpgsqlDbType.Bigint);
        });
        await Copy(db, "deadlines (id, case_id, rule, side, started_on, due_on, met_at)", cases.Length,
            (row, index) =>
            {
                row.Write(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
                row.Write(cases[index], NpgsqlDbType.Uuid);
                row.Write("D01", NpgsqlDbType.Text);
                row.Write(Pair.Origin, NpgsqlDbType.Text);
                row.Write("2026-11-01", NpgsqlDbType.Text);
                row.Write("2026-11-16", NpgsqlDbType.Text);
                row.Write(Before.UtcTicks, NpgsqlDbType.Bigint);
            });
    }

    public static async Task Copy(
        NpgsqlConnection db, string target, int rows, Action<NpgsqlBinaryImporter, int> write)
    {
        await using var import = await db.BeginBinaryImportAsync($"COPY {target} FROM STDIN (FORMAT BINARY)");
        import.Timeout = TimeSpan.FromMinutes(10);
        for (var index = 0; index < rows; index++)
        {
            await import.StartRowAsync();
            write(import, index);
        }

        await import.CompleteAsync();
    }
}
