using Referral.Contracts.Desk;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// Whether one section may be written into a folder: texts within their limits (REF-2008) and made of real
/// characters (REF-2009), codes known (REF-2305), dates possible (REF-2009, REF-2303) and as on paper
/// (REF-2304). What must never cross is not refused here: the folder may hold it, a letter may not ask for
/// it.
/// </summary>
internal static class FolderChecks
{
    /// <param name="section">As the officer sent it; not changed.</param>
    /// <param name="country">ISO code of the country whose folder it is.</param>
    /// <param name="today">The day at the officer's desk, Gregorian.</param>
    /// <returns>The section to keep: the same, with the child's mark set where the birth date asks for
    /// it.</returns>
    public static Decision<Section> Check(
        Section section, string country, DateOnly today, FolderLimits? limits = null)
    {
        var values = FolderFields.Of(section);
        var refusal = TextChecks.Look(values, limits ?? FolderLimits.Shipped)
            ?? CodeChecks.Look(values, country)
            ?? DateChecks.Look(values, today);
        return refusal is null ? ChildMark.Set(section, today) : refusal;
    }
}
