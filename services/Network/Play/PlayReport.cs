using Referral.Contracts.Desk;

namespace Referral.Network.Play;

/// <summary>
/// What came of playing a case. It holds no personal data; what the folders show is asked by SideView.
/// </summary>
public sealed class PlayReport
{
    private readonly List<SentLetters> _sent = [];
    private readonly List<NotPlayed> _notPlayed = [];
    private readonly List<PlayRefusal> _refusals = [];
    private readonly List<string> _problems = [];

    /// <summary>Local number of the case at the host; null where not even intake was accepted.</summary>
    public string? HostCase { get; internal set; }

    /// <summary>Referral number; null until the first letter was released.</summary>
    public string? Referral { get; internal set; }

    /// <summary>
    /// The first letter never left, because no agreement is operated; a note verbale is drafted.
    /// </summary>
    public bool WaitsAtNote { get; internal set; }

    /// <summary>The last refusal is what the case expects: no agreement is operated.</summary>
    public bool RefusalExpected { get; internal set; }

    /// <summary>Letters that were released, with the draft that said what they carry.</summary>
    public IReadOnlyList<SentLetters> Sent => _sent;

    public IReadOnlyList<NotPlayed> NotPlayed => _notPlayed;

    public IReadOnlyList<PlayRefusal> Refusals => _refusals;

    /// <summary>Promises that were not kept, such as a letter that no receipt settled in time.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Nothing was refused that should not have been, and every promise was kept.</summary>
    public bool Holds => _problems.Count == 0 && (_refusals.Count == 0 || RefusalExpected);

    internal void Add(SentLetters sent) => _sent.Add(sent);

    internal void Add(NotPlayed one) => _notPlayed.Add(one);

    internal void Add(PlayRefusal one) => _refusals.Add(one);

    internal void Problem(string sentence) => _problems.Add(sentence);
}

/// <summary>Letters that one release sent.</summary>
/// <param name="From">Country that sent them.</param>
/// <param name="To">Country they went to.</param>
/// <param name="Draft">What they carry and under which rule; null for an acknowledgement, which has
/// none.</param>
/// <param name="Letters">As released.</param>
public sealed record SentLetters(
    string From, string To, LetterDraft? Draft, IReadOnlyList<LetterView> Letters);

/// <summary>An event of the file that was passed by, and why.</summary>
public sealed record NotPlayed(string Date, string Side, string Saga, string Event, string Why);

/// <summary>A gateway's no.</summary>
/// <param name="What">The event or the thing asked.</param>
/// <param name="Country">Whose gateway refused.</param>
/// <param name="Code">REF number.</param>
/// <param name="Language">The officer's language.</param>
/// <param name="Sentence">In the officer's language.</param>
/// <param name="English">The same in English.</param>
public sealed record PlayRefusal(
    string What, string Country, string Code, string Language, string Sentence, string English);
