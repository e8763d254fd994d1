using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts.Desk;
using Referral.Gateway.Storage;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Storage;

/// <summary>On an empty folder, and on one it ran on before. All persons are invented.</summary>
public class When_a_gateway_starts_again(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    [Fact]
    public async Task both_stores_are_made_up_to_date_and_safe_on_disk()
    {
        foreach (var country in new[] { "LA", "TH", "CN", "VN" })
        {
            (await gateways.Rows(country, db => db.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
            (await gateways.Rows(country, db => db.Database.GetAppliedMigrationsAsync())).ShouldNotBeEmpty();
            (await Pragma(country, "journal_mode")).ShouldBe("wal");
            (await Pragma(country, "synchronous")).ShouldBe("2");
            (await Pragma(country, "secure_delete")).ShouldBe("1");
        }
    }

    [Fact]
    public async Task a_store_without_its_write_ahead_log_gets_it_back()
    {
        await gateways.Restart(() =>
        {
            foreach (var file in new[] { SqliteStore.FileName, SqliteStore.KeyFileName })
                TurnLogOff(Path.Combine(gateways.DataFolder("LA"), file));
        });

        (await Pragma("LA", "journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task what_was_there_is_there_and_a_command_of_before_has_its_answer()
    {
        var one = await PlayedCase.Agreed(gateways);
        var request = one.PrepareOf("M01");
        var draft = await one.Home.Does(one.Home.Officer, (door, o) => door.PrepareLetterAsync(request, o));
        var before = await one.View();

        await gateways.Restart();

        (await one.View()).ShouldBe(before);
        (await one.Home.Does(one.Home.Officer, (door, o) => door.PrepareLetterAsync(request, o)))
            .ShouldBe(draft);
        (await JournalTexts.Of(gateways, "TH", one.Number)).Count(e => e["kind"] == "letter-prepared")
            .ShouldBe(1);
        var other = request.Clone();
        other.Fields.Add("name_native");
        (await one.Home.Refuses(one.Home.Officer,
            (door, o) => door.PrepareLetterAsync(other, o))).Code.ShouldBe("REF-2005");
        await one.Release(draft.Revision);
        await one.ArrivesAbroad();
    }

    [Fact]
    public async Task a_letter_that_was_due_leaves_after_the_start()
    {
        var one = await PlayedCase.Agreed(gateways);
        gateways.CarrierOf("TH").Broken = true;
        await one.Release((await one.Prepare("M01")).Revision);

        await gateways.Restart();

        await one.ArrivesAbroad();
    }

    [Fact]
    public async Task keys_of_cases_that_were_never_committed_are_swept_when_they_are_old()
    {
        var one = await PlayedCase.Registered(gateways);
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Keys(async db =>
        {
            db.Keys.Add(
                new KeyRow { CaseId = old, Wrapped = [1], MadeAt = DateTimeOffset.UtcNow.AddHours(-2) });
            db.Keys.Add(new KeyRow { CaseId = young, Wrapped = [1], MadeAt = DateTimeOffset.UtcNow });
            await db.SaveChangesAsync();
            return 0;
        });

        await gateways.Restart();

        var left = await Keys(db => db.Keys.Select(k => k.CaseId).ToListAsync());
        left.ShouldNotContain(old);
        left.ShouldContain(young);
        (await one.View()).Fields.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task an_erased_case_says_so_and_holds_up_no_letter_of_another()
    {
        var erased = await PlayedCase.Agreed(gateways);
        gateways.CarrierOf("TH").Broken = true;
        await erased.Release((await erased.Prepare("M01")).Revision);
        var id = await gateways.Rows(
            "TH", async db => (await db.Cases.SingleAsync(c => c.LocalNumber == erased.Number)).Id);
        await Keys(db => db.Keys.Where(k => k.CaseId == id).ExecuteDeleteAsync());

        await gateways.Restart();

        var no = await erased.Home.Refuses(
            erased.Home.CaseManager, (door, o) => door.GetCaseAsync(new() { Case = erased.Number }, o));
        no.Code.ShouldBe("REF-2307");
        (await erased.Home.Refuses(erased.Home.CaseManager, (door, o) => door.EditSectionAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = erased.Number, Revision = 1,
            Section = new() { Care = InventedPerson.Care() },
        }, o))).Code.ShouldBe("REF-2307");
        var other = await PlayedCase.Released(gateways);
        await other.ArrivesAbroad();
    }

    private async Task<T> Keys<T>(Func<KeyDb, Task<T>> work)
    {
        await using var db = gateways.Host("TH").Services.GetRequiredService<Func<KeyDb>>()();
        return await work(db);
    }

    private Task<string> Pragma(string country, string name) => gateways.Rows(country, async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (await command.ExecuteScalarAsync())!.ToString()!;
    });

    // As a copy that the database itself made is.
    private static void TurnLogOff(string file)
    {
        using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        command.ExecuteScalar().ShouldBe("delete");
    }
}
