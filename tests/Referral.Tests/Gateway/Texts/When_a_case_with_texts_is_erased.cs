using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Journal.Pack;
using Referral.Network;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Texts;

/// <summary>
/// The side that reads a letter erases its case: units, drafts and translations too. Persons are invented.
/// </summary>
public sealed class When_a_case_with_texts_is_erased(RunningGateways gateways)
    : IClassFixture<RunningGateways>, IDisposable
{
    private const string Draft = "INVENTED-DRAFT ⟦1⟧ ⟦2⟧ ⟦3⟧";

    private readonly DirectoryInfo _backup = Directory.CreateTempSubdirectory("referral-backup-");

    private string Home => gateways.DataFolder("LA");

    [Fact]
    public async Task nothing_of_them_can_be_read_here_or_in_a_backup_of_before()
    {
        var one = await TextCase.Arrived(gateways);
        var other = await TextCase.Arrived(gateways);
        var unit = await one.Unit();
        await one.Review(await one.Draft(unit, Draft));

        await gateways.Restart(() => Task.Run(() => WhileStopped(one, other)).GetAwaiter().GetResult());

        // The reader stands at a gateway that has started again.
        var after = new TextCase(one.Played, gateways.Desk("LA"));
        (await after.Reader.Refuses(() => after.Get(unit.Name))).Code.ShouldBe("REF-2701");
        (await after.List()).ShouldNotContain(text => text.Name == unit.Name);
        (await new TextCase(other.Played, gateways.Desk("LA")).Unit()).State.Code.ShouldBe("UNTRANSLATED");
    }

    public void Dispose() => _backup.Delete(recursive: true);

    private async Task WhileStopped(TextCase one, TextCase other)
    {
        SqliteConnection.ClearAllPools();
        BackUp("gateway.db");
        await Read(Home, one, mayBe: true);

        (await EraseCase.Run(new(Home, Members.Of("LA"), one.Number, "one@LA-HOME", "two@LA-HOME",
            "RETENTION_ENDED"), TimeProvider.System)).ShouldBeNull();

        SqliteConnection.ClearAllPools();
        BackUp("keys.db");
        Directory.CreateDirectory(Path.Combine(_backup.FullName, "keys"));
        foreach (var file in Directory.GetFiles(Path.Combine(Home, "keys")))
            File.Copy(file, Path.Combine(_backup.FullName, "keys", Path.GetFileName(file)));
        foreach (var folder in new[] { Home, _backup.FullName })
        {
            await Read(folder, one, mayBe: false);
            await Read(folder, other, mayBe: true);
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "gateway.db"));
            foreach (var text in new[] { "INVENTED-DRAFT", TextCase.Source, "แม่สมมติ" })
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBeLessThan(0);
        }
    }

    /// <summary>Units with their drafts, and the answers that the translators were given.</summary>
    private async Task Read(string folder, TextCase one, bool mayBe)
    {
        using var keys = GatewayKeys.CreateOrRead(Home, "LA", TimeProvider.System);
        using var store = ReadStore.Open(folder, keys.GatewayKey);
        var row = await store.Db.Cases.SingleAsync(c => c.Referral == one.Number);
        var boxes = (await store.Db.Sections.Where(s => s.CaseId == row.Id).ToListAsync())
            .Select(s => ($"sections/{s.Name}", s.Sealed))
            .Concat((await store.Db.Commands.Where(c => c.CaseId == row.Id).ToListAsync())
                .Select(c => ($"commands/{c.CommandId}", c.Answer))).ToList();
        boxes.ShouldContain(box => box.Item1 == $"sections/{Referral.Gateway.Step.TextsPart}");
        foreach (var (place, box) in boxes)
            if (mayBe)
                store.Vault.Open(row.Id, place, box).ShouldNotBeEmpty();
            else
                Should.Throw<KeyErased>(() => store.Vault.Open(row.Id, place, box));
    }

    private void BackUp(string file) =>
        File.Copy(Path.Combine(Home, file), Path.Combine(_backup.FullName, file));
}
