using Referral.Contracts.Desk;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// A case folder as its own side keeps it: the latest revision of each section, and whom it concerns. It may
/// hold what must never cross; which fields a letter takes is decided by LetterBodies.
/// </summary>
/// <param name="Host">Country where the person is, ISO 3166.</param>
/// <param name="Origin">Country of nationality or permanent residence the person names.</param>
internal sealed record Folder(
    string Host,
    string Origin,
    HeadSection Head,
    PersonSection Person,
    OriginFamilySection OriginFamily,
    FactsSection Facts,
    IdentificationSection Identification,
    CareSection Care)
{
    /// <summary>Sections not written yet are empty.</summary>
    public static Folder Of(string host, string origin, IEnumerable<Section> sections)
    {
        var bySection = sections.ToLookup(s => s.ContentCase);
        return new(
            host, origin,
            bySection[Section.ContentOneofCase.Head].LastOrDefault()?.Head ?? new(),
            bySection[Section.ContentOneofCase.Person].LastOrDefault()?.Person ?? new(),
            bySection[Section.ContentOneofCase.OriginFamily].LastOrDefault()?.OriginFamily ?? new(),
            bySection[Section.ContentOneofCase.Facts].LastOrDefault()?.Facts ?? new(),
            bySection[Section.ContentOneofCase.Identification].LastOrDefault()?.Identification ?? new(),
            bySection[Section.ContentOneofCase.Care].LastOrDefault()?.Care ?? new());
    }
}
