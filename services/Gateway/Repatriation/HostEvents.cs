using Referral.Gateway.Border;

namespace Referral.Gateway.Repatriation;

// What can happen to a case at the host, one record each. An officer's event carries nothing but its case:
// what was decided stands in the folder and the journal. A letter's event is named for what it says.

internal sealed record PresumedVictimRegistered(Guid CaseId);
internal sealed record ScreeningDone(Guid CaseId);
internal sealed record IdentifiedAsVictim(Guid CaseId);
internal sealed record NotAVictim(Guid CaseId);
internal sealed record RightsExplained(Guid CaseId);
internal sealed record GuardianAppointed(Guid CaseId);
internal sealed record AgeDecided(Guid CaseId);
internal sealed record ConsentToNotify(Guid CaseId);
internal sealed record ConsentRefused(Guid CaseId);
internal sealed record ConsentRecorded(Guid CaseId);
internal sealed record ConsentWithdrawnBeforeNotice(Guid CaseId);
internal sealed record ConsentWithdrawn(Guid CaseId);
internal sealed record PersonChangesMind(Guid CaseId);
internal sealed record AsylumOrFearOfOriginStated(Guid CaseId);
internal sealed record ReleaseApprovalRecorded(Guid CaseId);
internal sealed record RoutedViaMFA(Guid CaseId);
internal sealed record NoInstrument(Guid CaseId);

/// <summary>The note went on paper; its number and date leave as M30.</summary>
internal sealed record NoteSent(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>M01 and what goes with it (M05, M30) are released.</summary>
internal sealed record NoticeReleased(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>M03 is released by an officer; never by the saga itself.</summary>
internal sealed record VerificationRequested(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>The notice was taken back before it left; voids take its numbers.</summary>
internal sealed record NoticeWithdrawn(Guid CaseId);

/// <summary>M02 arrived.</summary>
internal sealed record NoticeAcknowledgedByOrigin(Guid CaseId);

/// <summary>M04 CONFIRMED or PR arrived.</summary>
internal sealed record NationalityConfirmed(Guid CaseId);

/// <summary>M04 INCONCLUSIVE or MORE_DATA arrived.</summary>
internal sealed record NationalityOpen(Guid CaseId);

/// <summary>M28 arrived.</summary>
internal sealed record NotANationalSaid(Guid CaseId);

/// <summary>M30 or M32 arrived at either side: kept in the file.</summary>
internal sealed record DiplomaticLetterArrived(Guid CaseId);

/// <summary>M36 leaves: a notice that was sent is corrected.</summary>
internal sealed record NoticeCorrected(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>M36 arrived at the origin.</summary>
internal sealed record CorrectionArrived(Guid CaseId);

/// <summary>M34 leaves, from either side.</summary>
internal sealed record QuestionAsked(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>M34 arrived at either side.</summary>
internal sealed record QuestionArrived(Guid CaseId);

/// <summary>M35 leaves, from either side.</summary>
internal sealed record QuestionAnswered(Guid CaseId, IReadOnlyList<LetterToWrite> Letters);

/// <summary>M35 arrived at either side.</summary>
internal sealed record AnswerArrived(Guid CaseId);
