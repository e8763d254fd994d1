using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>
/// What a reader asks for, asked ahead: one question a table, however many cases and parts are shown.
/// </summary>
internal sealed partial class Step
{
    private readonly HashSet<(Guid CaseId, string Name)> _withoutPart = [];
    private readonly Dictionary<(Guid CaseId, string Name), byte[]> _seen = [];

    /// <summary>Has the sagas of these cases at hand.</summary>
    public Task LoadStates(IReadOnlyCollection<CaseRow> rows) =>
        LoadSagas([.. rows], [.. rows.Select(row => row.Id)]);

    /// <summary>Has at hand all that a view of this case is made of.</summary>
    public async Task LoadView(CaseRow row)
    {
        await LoadStates([row]);
        await LoadParts([row.Id],
            [.. SectionNames, "ledger", "notes", "draft", ExceptionsPart, TextsPart, NamesPart]);
    }

    /// <summary>
    /// Has what decides who may open these cases at hand, and the cards they are found by: to be read alone,
    /// hundreds of them, so nothing watches them for changes.
    /// </summary>
    public async Task LoadFound(IReadOnlyCollection<Guid> ids)
    {
        string[] names = [ExceptionsPart, NameCardPart];
        var parts = db.Sections.AsNoTracking()
            .Where(part => ids.Contains(part.CaseId) && names.Contains(part.Name))
            .Select(part => new { part.CaseId, part.Name, part.Sealed }).ToListAsync();
        // The keys are in a database of their own, which answers meanwhile.
        await Task.WhenAll(parts, vault.Load(ids));
        foreach (var part in await parts)
        {
            _seen[(part.CaseId, part.Name)] = part.Sealed;
        }

        _withoutPart.UnionWith(ids.SelectMany(id => names, (id, name) => (id, name))
            .Where(part => !_seen.ContainsKey(part)));
    }

    // Tracked from here on, they are found without asking, and what is not there is known not to be.
    private async Task LoadParts(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> names)
    {
        // Asked for once: each time it is, everything tracked is looked through for changes.
        var tracked = db.Sections.Local;
        var wanted = ids.SelectMany(id => names, (id, name) => (id, name)).Where(part =>
            !_withoutPart.Contains(part)
            && tracked.FindEntryUntyped([part.id, part.name]) is null).ToHashSet();
        if (wanted.Count == 0)
        {
            return;
        }

        var found = await db.Sections.AsTracking()
            .Where(part => ids.Contains(part.CaseId) && names.Contains(part.Name)).ToListAsync();
        wanted.ExceptWith(found.Select(part => (part.CaseId, part.Name)));
        _withoutPart.UnionWith(wanted);
    }
}
