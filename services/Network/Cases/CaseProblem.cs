namespace Referral.Network.Cases;

/// <summary>
/// One thing that keeps a file from being played. Never quotes what the file says of a person.
/// </summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Field">JSON pointer of the field; "/" is the whole file.</param>
/// <param name="Code">REF number.</param>
/// <param name="Rule">The rule it breaks, in English.</param>
public sealed record CaseProblem(int Line, string Field, string Code, string Rule);

/// <summary>What reading gave: the case, or everything that is wrong with the file.</summary>
public sealed record CaseReading(CaseFile? Case, IReadOnlyList<CaseProblem> Problems)
{
    /// <summary>Most problems listed; a file with more is broken enough.</summary>
    public const int ProblemsMax = 200;

    internal static CaseReading Refused(IEnumerable<CaseProblem> problems) =>
        new(null,
        [
            .. problems.OrderBy(p => p.Line).ThenBy(p => p.Field, StringComparer.Ordinal).Take(ProblemsMax),
        ]);
}
