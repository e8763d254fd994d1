using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>
/// Which fields a caller's roles may see. What they may not see is absent, not blanked. "s" in the matrix
/// shows codes, dates and posts: no free text and no names of others. Free text may tell of the facts
/// wherever it stands, so only those who may read the facts read it. Source: the project's need-to-know
/// matrix (mark P).
/// </summary>
internal static class NeedToKnow
{
    private const string Facts = "P3_FACTS";

    private static readonly string[] FreeTexts = ["account", "description_for_tracing"];

    // Beside the fields that are codes of a list.
    private static readonly string[] Summary =
    [
        "other_names", "exploitation_from", "exploitation_to", "identification_body", "identification_date",
        "shelter_since", "note", "channel_change",
        // Coded answers.
        "answer_facts", "answer_family",
    ];

    /// <param name="views">All fields of the case.</param>
    /// <param name="roles">Role codes of the caller in this case.</param>
    /// <param name="ownPerson">The person is in the caller's own care, or named in the caller's own
    /// request.</param>
    public static IReadOnlyList<FieldView> VisibleTo(
        IEnumerable<FieldView> views, IReadOnlyCollection<string> roles, bool ownPerson = false) =>
        [.. views.Where(v => roles.Any(r => Sees(r, v.Key, ownPerson)))];

    public static bool Sees(string role, string fieldKey, bool ownPerson = false)
    {
        if (FieldBook.Shipped.Find(fieldKey) is not { } field)
            return false;
        if (FreeTexts.Contains(fieldKey) && !Reads(role, Facts, ownPerson))
            return false;
        return Reads(role, field.Area, ownPerson)
            || (Summarised(role, field.Area) && (field.List is not null || Summary.Contains(fieldKey)));
    }

    /// <summary>
    /// Whether a role may know what a code says of a free text: it reads the text, or has the summary of all
    /// that the text may tell of.
    /// </summary>
    public static bool SeesCodesOf(string role, string fieldKey, bool ownPerson = false) =>
        FieldBook.Shipped.Find(fieldKey) is { } field
        && new[] { field.Area, Facts }.All(area => Reads(role, area, ownPerson) || Summarised(role, area));

    /// <summary>
    /// Whether one of the roles may know how a case stands. Whoever may know it of her own cases alone opens
    /// no other.
    /// </summary>
    public static bool SeesStatus(IEnumerable<string> roles) =>
        roles.Any(role => Reads(role, "P1", ownPerson: true));

    /// <summary>Whether one of the roles may read the draft of a note, which is of class P2.</summary>
    public static bool SeesNoteDraft(IEnumerable<string> roles) =>
        roles.Any(role => Reads(role, "P2", ownPerson: false));

    /// <summary>Whether a role may say what stands in this field: it reads its whole area.</summary>
    public static bool Writes(string role, string fieldKey) =>
        FieldBook.Shipped.Find(fieldKey) is { } field && Reads(role, field.Area, ownPerson: false);

    private static bool Summarised(string role, string area) => RoleBook.Shipped.May(role, area) == "s";

    private static bool Reads(string role, string area, bool ownPerson) =>
        RoleBook.Shipped.May(role, area) is var may
            && (may is "R" or "RW" || (ownPerson && (may is "own" or "req")));
}
