using MassTransit;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Gateway;

/// <summary>
/// What a step with many cases asks for, asked ahead: one question a table instead of one a letter. A case
/// loaded so is whole: its saga, the head of its chain, its open deadlines and its key are at hand, and what
/// is not there is known not to be.
/// </summary>
internal sealed partial class Step
{
    private readonly HashSet<Guid> _whole = [];
    private readonly HashSet<Guid> _withoutSaga = [];
    private readonly Dictionary<Guid, List<DeadlineRow>> _deadlines = [];

    /// <summary>Loads these cases whole. Gives those that are there.</summary>
    public Task<List<CaseRow>> LoadCases(IReadOnlyCollection<Guid> ids) =>
        Load(db.Cases.Where(c => ids.Contains(c.Id)));

    /// <summary>The same, by referral numbers.</summary>
    public Task<List<CaseRow>> LoadReferrals(IReadOnlyCollection<string> numbers) =>
        Load(db.Cases.Where(c => c.Referral != null && numbers.Contains(c.Referral)));

    /// <summary>The keys of these cases alone: for sealing and opening what is theirs.</summary>
    public Task LoadKeys(IReadOnlyCollection<Guid> ids) => vault.Load(ids);

    // Case, saga and open deadlines in one question: a case has one saga and few deadlines.
    private async Task<List<CaseRow>> Load(IQueryable<CaseRow> wanted)
    {
        var found = await (
            from row in wanted.AsTracking()
            from host in db.HostCases.Where(saga => saga.CorrelationId == row.Id).DefaultIfEmpty()
            from origin in db.OriginCases.Where(saga => saga.CorrelationId == row.Id).DefaultIfEmpty()
            from deadline in db.Deadlines.Where(d => d.CaseId == row.Id && d.MetAt == null).DefaultIfEmpty()
            select new { Row = row, Host = host, Origin = origin, Deadline = deadline }).ToListAsync();
        var rows = found.ConvertAll(one => one.Row).Distinct().ToList();
        var ids = rows.ConvertAll(row => row.Id).Where(id => !_whole.Contains(id)).ToList();
        if (ids.Count == 0)
        {
            return rows;
        }

        ids.ForEach(id => _deadlines[id] = []);
        _withoutSaga.UnionWith(ids);
        foreach (var one in found.Where(one => !_whole.Contains(one.Row.Id)))
        {
            if (one.Host is not null || one.Origin is not null)
            {
                _withoutSaga.Remove(one.Row.Id);
            }

            if (one.Deadline is not null)
            {
                _deadlines[one.Row.Id].Add(one.Deadline);
            }
        }

        // The keys are in a database of their own, which answers meanwhile.
        await Task.WhenAll(LoadHeads(ids.Select(ChainOf)), vault.Load(ids));
        _whole.UnionWith(ids);
        return rows;
    }

    // Tracked from here on, they are found without asking.
    private async Task LoadSagas(List<CaseRow> rows, List<Guid> ids)
    {
        _withoutSaga.UnionWith(ids);
        if (rows.Exists(row => row.Side == Sides.Host))
        {
            _withoutSaga.ExceptWith(await Tracked(db.HostCases, ids));
        }

        if (rows.Exists(row => row.Side == Sides.Origin))
        {
            _withoutSaga.ExceptWith(await Tracked(db.OriginCases, ids));
        }
    }

    private static async Task<IEnumerable<Guid>> Tracked<TSaga>(DbSet<TSaga> sagas, List<Guid> ids)
        where TSaga : class, ISaga =>
        (await sagas.AsTracking().Where(saga => ids.Contains(saga.CorrelationId)).ToListAsync())
        .Select(saga => saga.CorrelationId);

    // A case that is opened in this step has nothing yet, and that need not be asked.
    private void NothingOf(Guid id)
    {
        _whole.Add(id);
        _withoutSaga.Add(id);
        _withoutPart.Add((id, NameCardPart));
        _withoutPart.Add((id, ExceptionsPart));
        _searchKeys[id] = new([]);
        _deadlines[id] = [];
        _heads[ChainOf(id)] = (0, JournalFormat.Genesis(ChainOf(id)));
    }
}
