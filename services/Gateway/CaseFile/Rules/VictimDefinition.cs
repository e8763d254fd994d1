namespace Referral.Gateway.CaseFile.Rules;

/// <summary>Whether acts, means and purposes together meet the definition of trafficking.</summary>
internal enum DefinitionOutcome
{
    /// <summary>An act, a means and a purpose.</summary>
    Meets,

    /// <summary>A child, or a person treated as one: an act and a purpose are enough.</summary>
    MeetsAsChild,

    /// <summary>Something is missing. Never the final word: the person may still be a victim.</summary>
    NotMet,
}

/// <param name="Missing">Field keys that would be needed: acts, means, purposes.</param>
/// <param name="ConsiderSmuggling">An act alone stands there; the officer is told to think of smuggling, and
/// that the person may still be a victim.</param>
internal sealed record DefinitionAnswer(
    DefinitionOutcome Outcome, IReadOnlyList<string> Missing, bool ConsiderSmuggling);

/// <summary>
/// The check at intake (F-01) and at event IdentifiedAsVictim, which refuses REF-2115 with what is missing.
/// Source: Palermo Protocol, article 3; for a child means are not needed.
/// </summary>
internal static class VictimDefinition
{
    public static DefinitionAnswer Of(
        bool isChild, IReadOnlyCollection<string> acts, IReadOnlyCollection<string> means,
        IReadOnlyCollection<string> purposes)
    {
        var missing = new List<string>();
        if (acts.Count == 0)
            missing.Add("acts");
        if (means.Count == 0 && !isChild)
            missing.Add("means");
        if (purposes.Count == 0)
            missing.Add("purposes");
        if (missing.Count > 0)
            return new(DefinitionOutcome.NotMet, missing, ConsiderSmuggling: purposes.Count == 0
                && means.Count == 0);
        return new(means.Count == 0 ? DefinitionOutcome.MeetsAsChild : DefinitionOutcome.Meets, [], false);
    }

    public static DefinitionAnswer Of(Folder folder) =>
        Of(folder.Person.IsChild, folder.Facts.Acts, folder.Facts.Means, folder.Facts.Purposes);

    /// <summary>For the event IdentifiedAsVictim.</summary>
    public static Decision<DefinitionAnswer> Require(Folder folder)
    {
        var answer = Of(folder);
        return answer.Outcome != DefinitionOutcome.NotMet
            ? answer
            : Refusals.Field(Refusals.DefinitionNotMet, answer.Missing[0],
                ("missing", string.Join(", ", answer.Missing)));
    }
}
