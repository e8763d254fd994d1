namespace Referral.Network.Cases;

/// <summary>
/// A synthetic case and what happened in it, read from a file of the form docs/CaseFile.md describes.
/// </summary>
public sealed record CaseFile
{
    public required string Id { get; init; }

    /// <summary>Only printed: a gateway takes a referral number of its own.</summary>
    public required string Ref { get; init; }

    /// <summary>Country where the person is; ISO 3166.</summary>
    public required string Host { get; init; }

    /// <summary>Country of nationality or right of permanent residence; ISO 3166.</summary>
    public required string Origin { get; init; }

    public required string Title { get; init; }

    /// <summary>Language of the host's file: lo, th, zh or vi.</summary>
    public required string WrittenIn { get; init; }

    public required CasePerson Person { get; init; }

    public required CaseFacts Facts { get; init; }

    /// <summary>In the order in which they happened.</summary>
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>Files an officer tries to add to the folder.</summary>
    public IReadOnlyList<CaseAttachment> Attachments { get; init; } = [];

    /// <summary>The other side of this one.</summary>
    public string OtherSide(string side) => side == Host ? Origin : Host;
}

/// <summary>Something that happened on one side.</summary>
public sealed record CaseEvent
{
    /// <summary>yyyy-MM-dd, the day it happened.</summary>
    public required string Date { get; init; }

    /// <summary>The country whose gateway records it.</summary>
    public required string Side { get; init; }

    /// <summary>host, origin, or a saga beside them; ledger is an entry of the consent ledger.</summary>
    public required string Saga { get; init; }

    public required string Event { get; init; }

    /// <summary>Letters that leave with it, "M01,M05".</summary>
    public string? Msg { get; init; }

    public string? Outcome { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? Note { get; init; }

    /// <summary>Who does it; absent = a practice account that may.</summary>
    public CaseActor? By { get; init; }

    /// <summary>A hold that begins with it.</summary>
    public string? Hold { get; init; }

    public IReadOnlyList<string> Letters => Msg?.Split(',') ?? [];
}

/// <summary>Who does something, where the file says so.</summary>
public sealed record CaseActor(string Role, string? Post = null, string? Officer = null);

/// <summary>A file an officer tries to add.</summary>
public sealed record CaseAttachment(string Name, string MediaType);
