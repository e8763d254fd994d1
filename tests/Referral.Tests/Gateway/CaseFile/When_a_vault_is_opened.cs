using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile;

/// <summary>Over a real key store. What is sealed is invented.</summary>
public sealed class When_a_vault_is_opened : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-vault-").FullName;
    private readonly byte[] _gatewayKey = RandomNumberGenerator.GetBytes(32);
    private readonly Guid _case = Guid.CreateVersion7();

    [Fact]
    public void what_was_sealed_opens_at_its_place_also_after_a_restart()
    {
        var box = Sealed("sections/person");

        Vault().Open(_case, "sections/person", box).ShouldBe("invented"u8.ToArray());
    }

    [Fact]
    public void a_changed_byte_anywhere_is_noticed()
    {
        var box = Sealed("sections/person");
        for (var at = 0; at < box.Length; at++)
        {
            byte[] changed = [.. box];
            changed[at] ^= 1;
            Should.Throw<AuthenticationTagMismatchException>(
                () => Vault().Open(_case, "sections/person", changed));
        }
    }

    [Fact]
    public void a_box_moved_to_another_place_or_case_does_not_open()
    {
        var box = Sealed("sections/person");
        var other = Guid.CreateVersion7();
        Vault().MakeKey(other);

        Should.Throw<AuthenticationTagMismatchException>(() => Vault().Open(_case, "sections/care", box));
        Should.Throw<AuthenticationTagMismatchException>(() => Vault().Open(other, "sections/person", box));
    }

    [Fact]
    public void a_wrapped_key_moved_to_another_case_or_gateway_does_not_open()
    {
        var box = Sealed("sections/person");
        var other = Guid.CreateVersion7();
        using (var db = Keys())
        {
            var row = db.Keys.Single(k => k.CaseId == _case);
            db.Keys.Add(new KeyRow { CaseId = other, Wrapped = row.Wrapped, MadeAt = row.MadeAt });
            db.SaveChanges();
        }

        Should.Throw<AuthenticationTagMismatchException>(() => Vault().Open(other, "sections/person", box));
        Should.Throw<AuthenticationTagMismatchException>(() =>
            new Vault(Keys, new byte[32], TimeProvider.System).Open(_case, "sections/person", box));
    }

    [Fact]
    public void the_same_text_is_never_sealed_to_the_same_bytes() =>
        Sealed("sections/person").ShouldNotBe(Sealed("sections/person"));

    [Fact]
    public void without_its_key_a_case_is_erased()
    {
        var box = Sealed("sections/person");
        using (var db = Keys())
            db.Keys.Where(k => k.CaseId == _case).ExecuteDelete();

        Should.Throw<KeyErased>(() => Vault().Open(_case, "sections/person", box));
        Should.Throw<KeyErased>(() => Vault().Seal(_case, "sections/person", box));
    }

    [Fact]
    public async Task a_key_that_was_in_use_is_gone_with_its_case()
    {
        var vault = Vault();
        await vault.Load([_case]);
        var box = vault.Seal(_case, "sections/person", "invented"u8);

        (await vault.Destroy(_case)).ShouldBeTrue();

        vault.IsErased(_case).ShouldBeTrue();
        Should.Throw<KeyErased>(() => vault.Open(_case, "sections/person", box));
    }

    [Fact]
    public async Task a_sweep_takes_old_keys_without_a_case_and_no_others()
    {
        var (young, orphan) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Vault().MakeKey(young);
        Vault().MakeKey(orphan);
        using (var db = Keys())
            await db.Keys.Where(k => k.CaseId != young).ExecuteUpdateAsync(
                set => set.SetProperty(k => k.MadeAt, DateTimeOffset.UtcNow.AddHours(-2)),
                TestContext.Current.CancellationToken);

        var swept = await Vault()
            .SweepOrphans(ids => Task.FromResult(ids.Where(id => id == _case).ToList()),
                DateTimeOffset.UtcNow.AddHours(-1));

        swept.ShouldBe(1);
        using var after = Keys();
        after.Keys.Select(k => k.CaseId).ToList().ShouldBe([_case, young], ignoreOrder: true);
    }

    public async ValueTask InitializeAsync()
    {
        await using var db = Keys();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        Vault().MakeKey(_case);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private byte[] Sealed(string place) => Vault().Seal(_case, place, "invented"u8);

    // A new one each time: no key is remembered.
    private Vault Vault() => new(Keys, _gatewayKey, TimeProvider.System);

    private KeyDb Keys()
    {
        var options = new DbContextOptionsBuilder<SqliteKeyDb>();
        SqliteStore.Use(options, Path.Combine(_folder, SqliteStore.KeyFileName));
        return new SqliteKeyDb(options.Options);
    }
}
