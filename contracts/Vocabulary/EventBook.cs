namespace Referral.Contracts.Vocabulary;

/// <summary>Who may say that something happened, and what leaves because of it.</summary>
/// <param name="Event">Name as in the state tables.</param>
/// <param name="Saga">host, origin, ledger, verification, batch, pushback, followup or evidence.</param>
/// <param name="Roles">Roles that may say it, or release it when SecondPerson.</param>
/// <param name="PostKinds">Kinds of post those roles may hold.</param>
/// <param name="SecondPerson">Whoever prepared may not release.</param>
/// <param name="Sends">Letters it may send.</param>
/// <param name="PreparedBy">Roles that prepare what it releases; null when nothing is prepared.</param>
/// <param name="PreparedAt">Kinds of post they may hold; null when nothing is prepared.</param>
public sealed record EventRule(
    string Event,
    string Saga,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> PostKinds,
    bool SecondPerson,
    IReadOnlyList<string> Sends,
    IReadOnlyList<string>? PreparedBy = null,
    IReadOnlyList<string>? PreparedAt = null);

/// <summary>All events an officer may enter. Source: Vocabulary/events.json (mark P).</summary>
public sealed class EventBook
{
    private static readonly Lazy<EventBook> Book =
        new(() => new(ShippedFile.Read<EventFile>("Vocabulary/events.json")));

    private readonly IReadOnlyDictionary<(string Saga, string Event), EventRule> _bySagaAndName;

    private EventBook(EventFile file)
    {
        All = file.Events;
        _bySagaAndName = file.Events.ToDictionary(e => (e.Saga, e.Event));
    }

    public static EventBook Shipped => Book.Value;

    public IReadOnlyList<EventRule> All { get; }

    /// <summary>The rule, or null: then nobody may enter the event.</summary>
    public EventRule? Find(string saga, string name) => _bySagaAndName.GetValueOrDefault((saga, name));

    private sealed record EventFile(IReadOnlyList<EventRule> Events);
}
