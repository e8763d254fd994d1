namespace Referral.Gateway.CaseFile.Rules;

/// <summary>How long the parts of a folder may be. Longer ones are refused with REF-2008, never
/// cut.</summary>
internal sealed record FolderLimits
{
    public static FolderLimits Shipped { get; } = new();

    /// <summary>Characters of a name, a place or another short text. 20 to 1,000 inclusive, default
    /// 200.</summary>
    public int NameCharactersMax { get; init; } = 200;

    /// <summary>Characters of a free text or an address. 1,000 to 100,000 inclusive, default
    /// 20,000.</summary>
    public int TextCharactersMax { get; init; } = 20_000;

    /// <summary>Entries of one list, such as relatives. 10 to 200 inclusive, default 50.</summary>
    public int ListEntriesMax { get; init; } = 50;

    /// <summary>What is wrong with these settings, with the value found and the range; empty when nothing
    /// is.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (NameCharactersMax is < 20 or > 1_000)
            yield return $"NameCharactersMax is {NameCharactersMax}; allowed are 20 to 1,000.";
        if (TextCharactersMax is < 1_000 or > 100_000)
            yield return $"TextCharactersMax is {TextCharactersMax}; allowed are 1,000 to 100,000.";
        if (ListEntriesMax is < 10 or > 200)
            yield return $"ListEntriesMax is {ListEntriesMax}; allowed are 10 to 200.";
    }
}
