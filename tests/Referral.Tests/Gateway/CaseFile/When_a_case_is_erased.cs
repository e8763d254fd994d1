using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Referral.Cli;
using Referral.Contracts.Desk;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Journal.Pack;
using Referral.Network;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile;

/// <summary>
/// Four real gateways, stopped for the erasing and started again. The persons are invented.
/// </summary>
public sealed class When_a_case_is_erased(RunningGateways gateways)
    : IClassFixture<RunningGateways>, IDisposable
{
    private readonly DirectoryInfo _backup = Directory.CreateTempSubdirectory("referral-backup-");

    private string Home => gateways.Network.Of("TH").DataFolder;

    [Fact]
    public async Task its_content_is_gone_from_every_backup_and_its_journal_holds()
    {
        var one = await PlayedCase.Verifying(gateways);
        var other = await PlayedCase.Verifying(gateways);
        (await Erase(one)).ShouldBe("REF-2656");

        await gateways.Restart(() => Task.Run(() => WhileStopped(one, other)).GetAwaiter().GetResult());

        (await one.Home.Refuses(one.Home.CaseManager, (door, o) =>
            door.GetCaseAsync(new() { Case = one.Number }, o))).Code.ShouldBe("REF-2307");
        (await one.Timeline()).Letters.ShouldNotBeEmpty();
        (await other.View()).Fields.ShouldNotBeEmpty();
        await WhatComesLaterIsRefused(one);
        await TheJournalsHold();
    }

    public void Dispose() => _backup.Delete(recursive: true);

    private async Task WhileStopped(PlayedCase one, PlayedCase other)
    {
        SqliteConnection.ClearAllPools();
        Copy("gateway.db");
        var wrapped = await WrappedKey(one);
        KeyStoreHolds(wrapped).ShouldBeTrue();

        await RefusesWithoutTwoPersonsAndAReason(one);
        (await Erase(one, referral: "RC-TH-LA-2026-999999-0")).ShouldBe("REF-2004");
        await Sql($"UPDATE letters_out SET due_at = 1 WHERE referral = '{one.Referral}'");
        (await Erase(one)).ShouldBe("REF-2655");
        await Sql($"UPDATE letters_out SET due_at = NULL WHERE referral = '{one.Referral}'");
        KeyStoreHolds(wrapped).ShouldBeTrue();

        (await Erase(one)).ShouldBe("");
        (await Erase(one)).ShouldBe("REF-2307");

        KeyStoreHolds(wrapped).ShouldBeFalse();
        TheBackupCannotBeRead(one, other);
        await TheJournalsHold();
    }

    private async Task RefusesWithoutTwoPersonsAndAReason(PlayedCase one)
    {
        (await Erase(one, confirmedBy: "One@TH-WELFARE")).ShouldBe("REF-2652");
        (await Erase(one, by: "TH-HOME")).ShouldBe("REF-2653");
        (await Erase(one, confirmedBy: "two@LA-HOME")).ShouldBe("REF-2653");
        (await Erase(one, reason: "BECAUSE")).ShouldBe("REF-2654");
    }

    /// <summary>
    /// The database of before and the key store of after: what a restore would bring together.
    /// </summary>
    private void TheBackupCannotBeRead(PlayedCase one, PlayedCase other)
    {
        Copy("keys.db");
        Copy(TrustList.FileName);
        OwnerOnly.Folder(Path.Combine(_backup.FullName, "keys"));
        foreach (var key in Directory.GetFiles(Path.Combine(Home, "keys")))
            File.Copy(key, Path.Combine(_backup.FullName, "keys", Path.GetFileName(key)));
        var country = Members.Of("TH");
        CourtPack.Make(new(_backup.FullName, country, one.Referral, "th"), TimeProvider.System)
            .Refusal!.Code.ShouldBe("REF-2307");
        CourtPack.Make(new(_backup.FullName, country, other.Referral, "th"), TimeProvider.System)
            .Refused.ShouldBeFalse();

        using var keys = GatewayKeys.CreateOrRead(_backup.FullName, "TH", TimeProvider.System);
        using var store = ReadStore.Open(_backup.FullName, keys.GatewayKey);
        var row = store.Db.Cases.Single(c => c.Referral == one.Referral);
        var sections = store.Db.Sections.Where(s => s.CaseId == row.Id).ToList();
        sections.ShouldNotBeEmpty();
        foreach (var section in sections)
            Should.Throw<KeyErased>(
                () => store.Vault.Open(row.Id, $"sections/{section.Name}", section.Sealed));
    }

    /// <summary>The other country does not know: its next letter is answered, and holds up nothing.</summary>
    private async Task WhatComesLaterIsRefused(PlayedCase one)
    {
        var abroad = one.Abroad;
        var draft = await abroad.Does(abroad.Verifier, (door, o) => door.AnswerNationalityAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Referral, Result = "CONFIRMED" }, o));
        await abroad.Does(abroad.SecondVerifier, (door, o) => door.ReleaseLetterAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Referral, DraftRevision = draft.Revision }, o));
        await RunningGateways.Until(() => gateways.Rows("LA", db => db.LettersOut.AnyAsync(
            l => l.Referral == one.Referral && l.State == 5 && l.Code == "REF-2418")), "a refusal");
    }

    private async Task<string> Erase(PlayedCase one, string by = "one@TH-HOME",
        string confirmedBy = "two@TH-HOME", string reason = "RETENTION_ENDED", string? referral = null) =>
        (await EraseCase.Run(new(Home, Members.Of("TH"), referral ?? one.Referral, by, confirmedBy, reason),
            TimeProvider.System))?.Code ?? "";

    private async Task TheJournalsHold()
    {
        using var said = new StringWriter();
        (await CommandLine.Run(["verify", gateways.Network.Folder], Screen.To(said)))
            .ShouldBe(Exit.Holds, said.ToString());
    }

    private bool KeyStoreHolds(byte[] wrapped) => Directory.GetFiles(Home, "keys.db*")
        .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(wrapped) >= 0);

    private async Task<byte[]> WrappedKey(PlayedCase one)
    {
        await using var db = await Open("keys.db");
        await using var command = db.CreateCommand();
        command.CommandText = $"ATTACH '{Path.Combine(Home, "gateway.db")}' AS g; "
            + $"SELECT wrapped FROM keys JOIN g.cases ON id = case_id WHERE referral = '{one.Referral}'";
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    private async Task Sql(string text)
    {
        await using var db = await Open("gateway.db");
        await using var command = db.CreateCommand();
        command.CommandText = text;
        (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
    }

    private async Task<SqliteConnection> Open(string file)
    {
        var db = new SqliteConnection($"Data Source={Path.Combine(Home, file)};Pooling=False");
        await db.OpenAsync();
        return db;
    }

    private void Copy(string file) =>
        File.Copy(Path.Combine(Home, file), Path.Combine(_backup.FullName, file));
}
