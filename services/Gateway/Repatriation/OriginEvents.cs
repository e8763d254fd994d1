using Referral.Gateway.Border;

namespace Referral.Gateway.Repatriation;

// What can happen to a case at the origin, one record each.

/// <summary>M01 arrived: the person is known here from now on.</summary>
internal sealed record NoticeArrived(Guid CaseId);

/// <summary>M30 arrived first: a note on paper is on its way.</summary>
internal sealed record NoteArrived(Guid CaseId);

/// <summary>M05 arrived.</summary>
internal sealed record TracingAskedByHost(Guid CaseId);

/// <summary>M03 arrived.</summary>
internal sealed record VerificationAskedByHost(Guid CaseId);

/// <summary>An officer acknowledges; M02 leaves.</summary>
internal sealed record Acknowledged(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

internal sealed record AssignedToVerification(Guid CaseId);

/// <summary>M04 CONFIRMED or PR is released by the second officer.</summary>
internal sealed record VerificationConfirmed(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>M04 INCONCLUSIVE or MORE_DATA is released by the second officer.</summary>
internal sealed record VerificationInconclusive(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>M28 is released by the second officer.</summary>
internal sealed record VerificationNotNational(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);
