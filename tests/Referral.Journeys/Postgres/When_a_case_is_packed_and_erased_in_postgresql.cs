using Npgsql;
using Referral.Cli;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Journal.Pack;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Cases;
using Referral.Network.Play;
using Referral.Network.Postgres;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Postgres;

/// <summary>
/// The commands beside a gateway find its databases by the settings in its folder: pack, verify, erase. The
/// backup is what pg_dump wrote before. The account is in a language that the desk does not read, so the case
/// has a unit for translators too. The person is invented.
/// </summary>
[Collection(Secrecy.Alone.Name)]
public sealed class When_a_case_is_packed_and_erased_in_postgresql
{
    private const string Home = "TH";

    [Fact]
    public async Task the_content_is_gone_from_the_dump_of_before_and_every_journal_holds()
    {
        Assert.SkipWhen(PostgresNode.WhyNot is not null, PostgresNode.WhyNot ?? "");
        await using var store = await PostgresNetwork.Make();
        string referral;
        await using (var network = await store.Start())
        {
            var sample = CaseLibrary.Sample("C1");
            sample = sample with
            {
                Facts = sample.Facts with { Account = new CaseAccount("vi", "Chuyện giả định.") },
            };
            using var play = new CasePlay(sample, network.Running, new PlaySettings());
            referral = (await play.Run()).Referral.ShouldNotBeNull();
            await Call(Exit.Holds, "pack", referral, "--data", store.Folder, "--country", Home, "--out",
                Path.Combine(store.Folder, "case.zip"));
            (await Call(Exit.BadInput, Erase(store, referral))).ShouldContain("REF-2656");
        }

        NpgsqlConnection.ClearAllPools();
        var dump = await DatabaseDump.Of(store.Of(Home).Gateway);
        var wrapped = await WrappedKey(store);
        await AReplicaElsewhereIsSeen(store, referral);

        await Call(Exit.Holds, Erase(store, referral));

        (await Call(Exit.BadInput, Erase(store, referral))).ShouldContain("REF-2307");
        NpgsqlConnection.ClearAllPools();
        (await WrappedKey(store)).ShouldBeNull();
        (await TableFileHolds(store, wrapped.ShouldNotBeNull())).ShouldBeFalse();
        await Call(Exit.Holds, "verify", store.Folder);
        await TheDumpCannotBeRead(store, dump, referral);
    }

    private static async Task AReplicaElsewhereIsSeen(PostgresNetwork store, string referral)
    {
        await using var replica = new NpgsqlConnection(store.Of(Home).Gateway + ";Pooling=false");
        await replica.OpenAsync();
        (await Call(Exit.BadInput, Erase(store, referral))).ShouldContain("REF-2656");
    }

    /// <summary>The dump of before beside the keys of after: what a restore would bring together.</summary>
    private static async Task TheDumpCannotBeRead(PostgresNetwork store, byte[] dump, string referral)
    {
        var restored = (await store.Server.Make("restored")) with { Keys = store.Of(Home).Keys };
        await DatabaseDump.Restore(restored.Gateway, dump);
        var folder = store.DataFolder(Home);
        PostgresNetwork.Settings(folder, restored);

        (await Call(Exit.BadInput, "pack", referral, "--data", store.Folder, "--country", Home, "--out",
            Path.Combine(store.Folder, "again.zip"))).ShouldContain("REF-2307");
        using (var keys = GatewayKeys.CreateOrRead(folder, Home, TimeProvider.System))
        using (var read = ReadStore.Open(folder, keys.GatewayKey))
        {
            var row = read.Db.Cases.Single(c => c.Referral == referral);
            var sections = read.Db.Sections.Where(s => s.CaseId == row.Id).ToList();
            sections.ShouldContain(section => section.Name == Step.TextsPart);
            foreach (var section in sections)
                Should.Throw<KeyErased>(
                    () => read.Vault.Open(row.Id, $"sections/{section.Name}", section.Sealed));
        }

        await Call(Exit.Holds, "verify", store.Folder);
    }

    private static async Task<byte[]?> WrappedKey(PostgresNetwork store)
    {
        await using var keys = new NpgsqlConnection(store.Of(Home).Keys + ";Pooling=false");
        await keys.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT wrapped FROM keys", keys);
        return (byte[]?)await command.ExecuteScalarAsync();
    }

    private static async Task<bool> TableFileHolds(PostgresNetwork store, byte[] wrapped)
    {
        await using var keys = new NpgsqlConnection(store.Of(Home).Keys + ";Pooling=false");
        await keys.OpenAsync();
        await using var checkpoint = new NpgsqlCommand("CHECKPOINT", keys);
        await checkpoint.ExecuteNonQueryAsync();
        return Directory.EnumerateFiles(
                Path.Combine(store.Server.Folder, "data", "base"), "*", SearchOption.AllDirectories)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(wrapped) >= 0);
    }

    private static string[] Erase(PostgresNetwork store, string referral) =>
    [
        "erase", referral, "--data", store.Folder, "--country", Home, "--by", "one@TH-HOME",
        "--confirmed-by", "two@TH-HOME", "--reason", "RETENTION_ENDED",
    ];

    private static async Task<string> Call(int exit, params string[] arguments)
    {
        using var said = new StringWriter();
        (await CommandLine.Run(arguments, Screen.To(said))).ShouldBe(exit, said.ToString());
        return said.ToString();
    }
}
