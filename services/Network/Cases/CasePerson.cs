namespace Referral.Network.Cases;

/// <summary>The invented person of a case file.</summary>
public sealed record CasePerson
{
    public required CaseName Name { get; init; }

    public IReadOnlyList<CaseOtherName> OtherNames { get; init; } = [];

    public required string Sex { get; init; }

    public required CaseBirth Birth { get; init; }

    public required IReadOnlyList<CaseLanguage> Languages { get; init; }

    public required CasePlace PlaceOfOrigin { get; init; }

    public IReadOnlyList<CaseChild> AccompanyingChildren { get; init; } = [];
}

/// <summary>
/// A name as it stands in the host's file, never corrected, with its parts where the file has them.
/// </summary>
public sealed record CaseName(
    string AsWritten,
    string Script,
    string? Title = null,
    string? Family = null,
    string? Middle = null,
    string? Given = null,
    string? Order = null);

public sealed record CaseOtherName(string Text, string Script, string Kind);

/// <summary>
/// A birth date: Value is Gregorian, as long as the precision allows; AsWritten stands in Calendar.
/// </summary>
public sealed record CaseBirth
{
    public string? AsWritten { get; init; }

    public string? Calendar { get; init; }

    public required string Value { get; init; }

    public required string Precision { get; init; }

    public string? Basis { get; init; }

    public bool Disputed { get; init; }

    /// <summary>Years, 0 to 120.</summary>
    public uint? DeclaredAge { get; init; }

    /// <summary>Years counted from 1 at birth, in the year NominalOn.</summary>
    public uint? NominalAge { get; init; }

    public string? NominalOn { get; init; }
}

public sealed record CaseLanguage(string Code, string Level);

public sealed record CasePlace(string AsWritten, string OwnLanguage);

public sealed record CaseChild(CaseName Name, CaseBirth Birth, string Birthplace);

/// <summary>What was done to the person, in codes, and the account in the writer's own words.</summary>
public sealed record CaseFacts
{
    public required IReadOnlyList<string> Acts { get; init; }

    /// <summary>May be empty for a child.</summary>
    public required IReadOnlyList<string> Means { get; init; }

    public required IReadOnlyList<string> Purposes { get; init; }

    public required string Sector { get; init; }

    public required string RelationshipToTrafficker { get; init; }

    public required IReadOnlyList<string> Indicators { get; init; }

    public required CaseAccount Account { get; init; }
}

public sealed record CaseAccount(string Language, string Text);
