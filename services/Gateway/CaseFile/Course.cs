namespace Referral.Gateway.CaseFile;

/// <summary>
/// What happened to a case that later rules ask for, and that is no field of the folder. Sealed like the
/// folder: whether somebody is a child under a guardian is nobody's business but the file's.
/// </summary>
internal sealed record Course
{
    public static Course New { get; } = new();

    public bool GuardianAppointed { get; init; }

    /// <summary>The competent authority approved the release.</summary>
    public bool ReleaseApproved { get; init; }

    /// <summary>The ministry's officer routed it; number and date of the note that went on paper.</summary>
    public bool RoutedViaMinistry { get; init; }
    public string NoteNumber { get; init; } = "";
    public string NoteDate { get; init; } = "";

    /// <summary>The nationality answer that was released, a code of list verification_result.</summary>
    public string Answer { get; init; } = "";
}
