using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Search;

/// <summary>
/// Cases from before there was a search, or before it had keys of a part with its vowels, get their card and
/// keys when the gateway starts, once. Remove when no store is older than those keys.
/// </summary>
internal static class NamesOfBefore
{
    private const int Together = 100;

    /// <summary>A counter that stands where it was done; a store made new has nothing to do.</summary>
    private const string Done = "upgrade/search-full-keys";

    public static async Task Bring(IServiceProvider services)
    {
        if (await IsDone(services))
        {
            return;
        }

        Guid? last = Guid.Empty;
        while (last is not null)
        {
            last = await BringSome(services, last.Value);
        }
    }

    // Gives the last case it came to; null when there was no further one. A start that was cut off begins
    // again, and writes again what it wrote.
    private static async Task<Guid?> BringSome(IServiceProvider services, Guid after)
    {
        await using var scope = services.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredService<Step>();
        await using var transaction = await step.Db.Database.BeginTransactionAsync();
        await Turns.Take(step.Db);
        var rows = await step.Db.Cases.Where(c => c.Id > after)
            .Where(c => step.Db.Sections.Any(s => s.CaseId == c.Id)
                || step.Db.LettersIn.Any(l => l.CaseId == c.Id))
            .OrderBy(c => c.Id).Take(Together).ToListAsync();

        // An erased case has no key to seal a card with.
        foreach (var row in rows.Where(row => !step.IsErased(row)))
        {
            await OfCase(step, row);
        }

        if (rows.Count < Together)
        {
            await step.NextOf(Done);
        }

        await step.Save();
        await transaction.CommitAsync();
        return rows.Count < Together ? null : rows[^1].Id;
    }

    private static async Task OfCase(Step step, CaseRow row)
    {
        if (await step.NameCard(row) is var held && !held.Same(NameCard.Empty))
        {
            await step.WriteSearchKeys(row, held);
            return;
        }

        await step.WriteNameCard(row, NameCard.Empty);
        await (row.Side == Sides.Host ? OfFolder(step, row) : Task.CompletedTask);
        await OfLetters(step, row);
    }

    private static async Task<bool> IsDone(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GatewayDb>().Sequences.AnyAsync(s =>
            s.Name == Done);
    }

    private static async Task OfFolder(Step step, CaseRow row)
    {
        var folder = await step.Folder(row);
        await NamesToFind.OfFolder(step, row, new Section { Person = folder.Person });
        await NamesToFind.OfFolder(step, row, new Section { OriginFamily = folder.OriginFamily });
    }

    private static async Task OfLetters(Step step, CaseRow row)
    {
        foreach (var letter in await step.Db.LettersIn.Where(l => l.CaseId == row.Id && l.SealedJws != null
            && l.State == (int)RemState.Delivery).OrderBy(l => l.Number).ToListAsync())
        {
            await NamesToFind.OfLetter(step, row, LetterText.Read(step.JwsOf(letter)));
        }
    }
}
