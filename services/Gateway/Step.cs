using MassTransit;
using MassTransit.Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>
/// The one place where anything is saved: a desk command, arrived letters or a due deadline in, one
/// transaction out. It holds the transaction's database context, moves the sagas through the scoped mediator
/// (the only use of a mediator in the project), and writes letters, journal, tasks and deadlines beside them.
/// </summary>
internal sealed partial class Step(
    GatewayDb db, Vault vault, GatewayIdentity identity, IServiceProvider services, TimeProvider clock)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _owing = new(StringComparer.Ordinal);
    private Register? _register;

    public GatewayDb Db => db;

    public GatewayIdentity Identity => identity;

    public string Us => identity.Code;

    /// <summary>One moment for the whole step.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Today at this country's desks.</summary>
    public DateOnly Today =>
        DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(identity.Country.TimeZoneHours)).DateTime);

    /// <summary>Countries for which a letter became due in this step.</summary>
    public IReadOnlyCollection<string> Told => _told;

    /// <summary>Countries to which a receipt became owed in this step.</summary>
    public IReadOnlyCollection<string> Owing => _owing;

    public void Tell(string country) => _told.Add(country);

    public void TellOfReceipt(string country) => _owing.Add(country);

    /// <summary>
    /// Hands an event to the saga it is for, by its own type: the mediator routes by what the event is. The
    /// rule that allowed it has decided before.
    /// </summary>
    public Task Raise(object happened) =>
        services.GetRequiredService<IScopedMediator>().Send(happened, CancellationToken.None);

    /// <summary>The state of a case's saga, on whichever side it is; null before its first event.</summary>
    public async Task<ICaseState?> StateOf(CaseRow row) =>
        row.Side == Sides.Host ? await Saga<HostCase>(row.Id) : await Saga<OriginCase>(row.Id);

    /// <summary>A saga's row; null where there is none yet.</summary>
    public async Task<TSaga?> Saga<TSaga>(Guid caseId)
        where TSaga : class =>
        _withoutSaga.Contains(caseId)
            ? null
            : await db.Set<TSaga>().FindAsync([caseId], CancellationToken.None);

    /// <summary>A case's first event made its saga.</summary>
    public void AddSaga(ISaga saga)
    {
        db.Add(saga);
        _withoutSaga.Remove(saga.CorrelationId);
    }

    public async Task<long> NextOf(string sequence)
    {
        var row = await db.Sequences.FindAsync(sequence);
        if (row is null)
        {
            row = new SequenceRow { Name = sequence, Next = 1 };
            db.Sequences.Add(row);
        }

        return row.Next++;
    }

    /// <summary>Opens a case with its key; the key is committed first, in its own store.</summary>
    public async Task<CaseRow> OpenCase(string host, string origin, string? referral)
    {
        var year = Today.Year;
        var number = await NextOf($"case/{year}");
        var row = new CaseRow
        {
            Id = Guid.CreateVersion7(Now),
            LocalNumber = $"{Us}-{year:D4}-{number:D6}",
            Side = host == Us ? Sides.Host : Sides.Origin,
            Host = host,
            Origin = origin,
            Referral = referral,
            OpenedAt = Now,
        };
        vault.MakeKey(row.Id);
        db.Cases.Add(row);
        NothingOf(row.Id);
        return row;
    }

    /// <summary>
    /// Whether the case's content was erased: it takes nothing any more, and nothing of it can be read.
    /// </summary>
    public bool IsErased(CaseRow row) => vault.IsErased(row.Id);

    /// <summary>
    /// What this gateway operates: the shipped switches and those that two persons turned since.
    /// </summary>
    public async Task<Register> Register() => _register ??= new([.. (await db.Switches.AsNoTracking()
        .Where(s => s.Since != null && s.SecondOfficer != null).ToListAsync())
        .Select(s => new SwitchEntry(s.Instrument, s.Operated, s.Since!.Value, s.FirstOfficer,
            s.SecondOfficer!, s.Status))]);

    /// <summary>A case by its local number or its referral number.</summary>
    public async Task<CaseRow?> FindCase(string name) =>
        db.Cases.Local.FirstOrDefault(r => r.Referral == name || r.LocalNumber == name)
        ?? await db.Cases.FirstOrDefaultAsync(r => r.Referral == name || r.LocalNumber == name);
}
