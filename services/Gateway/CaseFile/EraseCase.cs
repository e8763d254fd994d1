using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Journal.Pack;
using Referral.Gateway.Storage;

namespace Referral.Gateway.CaseFile;

/// <summary>Whose content to erase, who asks, who confirms, and why.</summary>
/// <param name="DataFolder">Of one stopped gateway.</param>
/// <param name="Country">Whose gateway that is.</param>
/// <param name="Case">Referral number or local number.</param>
/// <param name="By">ACCOUNT@POST of who asks.</param>
/// <param name="ConfirmedBy">ACCOUNT@POST of another who confirms.</param>
/// <param name="Reason">Code of list erase_reason.</param>
public sealed record EraseOrder(
    string DataFolder, Country Country, string Case, string By, string ConfirmedBy, string Reason);

/// <summary>
/// Erases the content of a case for good: its key is destroyed first, then the journal says so,
/// without personal data. What happened stays in the journal and can be verified; the content cannot be
/// read again, here or in any backup of the database. Refuses: REF-2004, REF-2307 erased already, REF-2651
/// to REF-2656.
/// </summary>
public static class EraseCase
{
    public const string EntryKind = "case-erased";

    private const string NoSuchCase = "REF-2004", ErasedAlready = "REF-2307", NoGatewayHere = "REF-2651",
        TwoPersons = "REF-2652", NotOfAPost = "REF-2653", ReasonUnknown = "REF-2654", OnTheWay = "REF-2655",
        GatewayRuns = "REF-2656";

    /// <summary>Null when the content is erased, else why it is not.</summary>
    public static async Task<Refusal?> Run(EraseOrder order, TimeProvider clock)
    {
        if (Badly(order) is { } refusal) return refusal;
        if (!ReadStore.IsIn(order.DataFolder)) return Refusal.Of(NoGatewayHere);
        var databases = StoredSettings.DatabasesOf(order.DataFolder) is { } named
            ? new PostgresDatabases(NotPooled(named.Gateway), NotPooled(named.Keys)) : null;
        using var alone = FolderUse.Alone(order.DataFolder);
        if (alone is null || (databases is not null && await InUse(databases)))
            return Refusal.Of(GatewayRuns);
        using var keys = GatewayKeys.CreateOrRead(order.DataFolder, order.Country.Code, clock);
        var identity = new GatewayIdentity(order.Country, keys,
            TrustList.Read(Path.Combine(order.DataFolder, TrustList.FileName)),
            new GatewaySettings { DataFolder = order.DataFolder, Postgres = databases });
        var parts = new ServiceCollection().AddSingleton(identity).AddSingleton(clock);
        StoreParts.Add(parts, identity);
        parts.AddScoped<Step>();
        await using var services = parts.BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await Erase(
            scope.ServiceProvider.GetRequiredService<Step>(), services.GetRequiredService<Vault>(), order);
    }

    // A replica may run on another machine, where no lock on this folder is seen: it would keep the key in
    // memory. Whoever else is connected to the database counts as one.
    private static async Task<bool> InUse(PostgresDatabases databases)
    {
        await using var connection = new NpgsqlConnection(databases.Gateway);
        await connection.OpenAsync();
        await using var others = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity "
            + "WHERE datname = current_database() "
            + "AND pid <> pg_backend_pid() AND backend_type = 'client backend'", connection);
        // The server takes a moment to see that somebody has gone.
        for (var looks = 0; looks < 20; looks++)
        {
            if ((long)(await others.ExecuteScalarAsync())! == 0) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        return true;
    }

    // A connection that stays open behind this command would be taken for a gateway by the next one.
    private static string NotPooled(string address) =>
        new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ToString();

    private static async Task<Refusal?> Erase(Step step, Vault vault, EraseOrder order)
    {
        if (await step.FindCase(order.Case) is not { } row) return Refusal.Of(NoSuchCase);
        var onTheWay = await step.Db.LettersOut.CountAsync(l => l.CaseId == row.Id && l.DueAt != null)
            + await step.Db.LettersIn.CountAsync(
                l => l.CaseId == row.Id && l.State == (int)Contracts.Letters.RemState.RelayAcceptance);
        if (onTheWay > 0) return Refusal.Of(OnTheWay, ("value", Step.Text(onTheWay)));
        var destroyed = await vault.Destroy(row.Id);
        // A crash may fall between the two: then the key is gone and the journal does not say so yet.
        if (!destroyed && await IsJournalled(step, row)) return Refusal.Of(ErasedAlready);
        await using var transaction = await step.Db.Database.BeginTransactionAsync();
        await step.Db.Tasks.Where(t => t.CaseId == row.Id && t.DoneAt == null).ExecuteDeleteAsync();
        await step.Db.Deadlines.Where(d => d.CaseId == row.Id && d.MetAt == null).ExecuteDeleteAsync();
        // What leads to a name goes with it, hashed though it is.
        await step.Db.SearchKeys.Where(k => k.CaseId == row.Id).ExecuteDeleteAsync();
        await step.Journal(row, EntryKind, ("reason", order.Reason),
            ("post", PostOf(order.By)), ("confirmed_by_post", PostOf(order.ConfirmedBy)));
        await step.Save();
        await transaction.CommitAsync();
        return null;
    }

    private static Refusal? Badly(EraseOrder order)
    {
        if (!VocabularyBook.Shipped.Knows("erase_reason", order.Reason))
            return Refusal.Of(ReasonUnknown, ("value", order.Reason));
        string[] persons = [order.By, order.ConfirmedBy];
        if (persons.FirstOrDefault(one => AccountOf(one).Length == 0
            || order.Country.Posts.All(post => post.Id != PostOf(one))) is { } nobody)
            return Refusal.Of(NotOfAPost, ("value", PostOf(nobody)));
        // Accounts are the same whichever way they are written.
        return AccountOf(order.By).Equals(AccountOf(order.ConfirmedBy), StringComparison.OrdinalIgnoreCase)
            ? Refusal.Of(TwoPersons) : null;
    }

    private static async Task<bool> IsJournalled(Step step, CaseRow row)
    {
        var chain = Step.ChainOf(row.Id);
        var texts = await step.Db.Journal.AsNoTracking()
            .Where(e => e.Chain == chain).Select(e => e.Text).ToListAsync();
        return texts.Exists(text => JournalValues.Of(text).Kind == EntryKind);
    }

    private static string AccountOf(string person) => person[..Math.Max(person.LastIndexOf('@'), 0)].Trim();

    private static string PostOf(string person) => person[(person.LastIndexOf('@') + 1)..];
}
