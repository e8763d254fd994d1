using System.Text.Json;
using Google.Protobuf;
using Npgsql;
using NpgsqlTypes;
using Referral.Benchmarks.Border;
using Referral.Benchmarks.Matching;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Language;
using Referral.Language.Matching;
using Step = Referral.Gateway.Step;

namespace Referral.Benchmarks.Calls;

/// <summary>
/// What stands in the database: every case with its name sealed and its search keys, and for those with an
/// open task a whole folder too. Persons are drawn from a seed; names repeat as they do among people.
/// </summary>
internal sealed class FullCases(int count, int open)
{
    /// <summary>The post whose tray is read; all open tasks are its own.</summary>
    public const string Post = "TH-HOME";

    private const int Seed = 20261125, Together = 20_000, AskedEach = 100;
    private static readonly DateTimeOffset Opened = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private readonly Referrals _referrals = new(count);
    private readonly byte[][] _keys = new byte[count][];
    private readonly MatchPerson[] _people = [.. People(count)];

    public string WithFolder(Random lot) =>
        Referrals.LocalNumber(Sides.Host, lot.Next(Math.Max(1, open)));

    public MatchPerson Person(int index) => _people[index];

    /// <summary>
    /// Names to search for: of persons who are there, as written, and as another clerk would.
    /// </summary>
    public IEnumerable<(string Script, IReadOnlyList<string> Names)> Asked()
    {
        var of = _people.Take(AskedEach * 20).ToLookup(person => Scripts.Of(person.Names[0]));
        foreach (var script in of.OrderBy(group => group.Key, StringComparer.Ordinal))
            yield return (script.Key, [.. script.Take(AskedEach).Select(person => person.Names[0])]);
        var spelling = new OtherSpelling(Seed + 1);
        yield return ("other spelling",
            [.. _people.Take(AskedEach).Select(person => spelling.Of(person).Names[0])]);
    }

    public async Task Fill(PostgresDatabases databases, byte[] gatewayKey)
    {
        await _referrals.FillHost(
            databases, gatewayKey, "AwaitingVerification", (index, key) => _keys[index] = key);
        await using var db = new NpgsqlConnection(databases.Gateway);
        await db.OpenAsync();
        await FillTasks(db);
        var parts = Folder();
        await FillSections(db, open * parts.Count, row =>
            (row / parts.Count, Step.NameOf(parts[row % parts.Count]),
                parts[row % parts.Count].ToByteArray()));
        await FillSections(db, count, index => (index, Step.NameCardPart, JsonSerializer.SerializeToUtf8Bytes(
            Card(index))));
        await FillSearch(db, gatewayKey);
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", db) { CommandTimeout = 1200 };
        await analyze.ExecuteNonQueryAsync();
    }

    private NameCard Card(int index) => NameCard.Empty.With(
        _people[index].Names, _people[index].Born ?? "", _people[index].Sex ?? "", "");

    private static IEnumerable<MatchPerson> People(int count)
    {
        var people = new InventedPeople(Seed);
        return Enumerable.Range(0, count).Select(people.Next);
    }

    private static List<Section> Folder()
    {
        var asked = Request.Body().NationalityVerificationRequested;
        return
        [
            new() { Head = new() { NationalReference = "INVENTED-1", EntryType = "RESCUE" } },
            new()
            {
                Person = new()
                {
                    Name = asked.Name, OtherNames = { asked.NameVariants }, Sex = asked.Sex,
                    Birth = asked.Birth, NationalityClaimed = { "LA" }, Languages = { asked.Languages },
                },
            },
            new() { OriginFamily = new() { PlaceOfOrigin = asked.PlaceOfOrigin } },
            new()
            {
                Facts = new()
                {
                    Acts = { "RECRUIT", "TRANSPORT" }, Means = { "DECEPTION" },
                    Purposes = { "FORCED_LABOUR" },
                    Account = new()
                    {
                        Text = string.Concat(Enumerable.Repeat("เรื่องสมมติ ", 100)), Language = "th",
                    },
                },
            },
            new()
            {
                Identification = new()
                    { Body = "TH-WELFARE", Date = "2026-11-10", Indicators = { "DR1" } },
            },
        ];
    }

    private Task FillTasks(NpgsqlConnection db) => Referrals.Copy(db,
        "tasks (id, case_id, kind, post, opened_at)", open, (row, index) =>
        {
            row.Write(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            row.Write(_referrals.HostCases[index], NpgsqlDbType.Uuid);
            row.Write("ACKNOWLEDGE", NpgsqlDbType.Text);
            row.Write(Post, NpgsqlDbType.Text);
            row.Write(Opened.AddSeconds(index).UtcTicks, NpgsqlDbType.Bigint);
        });

    private Task FillSections(
        NpgsqlConnection db, int rows, Func<int, (int Index, string Name, byte[] Clear)> part) =>
        Referrals.Copy(db, "sections (case_id, name, revision, sealed, written_at)", rows, (row, place) =>
        {
            var (index, name, clear) = part(place);
            var id = _referrals.HostCases[index];
            row.Write(id, NpgsqlDbType.Uuid);
            row.Write(name, NpgsqlDbType.Text);
            row.Write(1L, NpgsqlDbType.Bigint);
            row.Write(Vault.Seal(_keys[index], id, $"sections/{name}", clear), NpgsqlDbType.Bytea);
            row.Write(Opened.UtcTicks, NpgsqlDbType.Bigint);
        });

    private async Task FillSearch(NpgsqlConnection db, byte[] gatewayKey)
    {
        for (var from = 0; from < count; from += Together)
        {
            var some = Enumerable.Range(from, Math.Min(Together, count - from)).AsParallel()
                .SelectMany(index => SearchHashes.Of(gatewayKey, Card(index))
                    .Select(key => (key, _referrals.HostCases[index]))).ToList();
            await Referrals.Copy(db, "search_keys (key, case_id)", some.Count, (row, place) =>
            {
                row.Write(some[place].key, NpgsqlDbType.Bigint);
                row.Write(some[place].Item2, NpgsqlDbType.Uuid);
            });
        }
    }
}
