using MassTransit;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The origin's answers. Verification goes on during a hold; late and repeated letters are named.
/// </summary>
internal sealed partial class HostCaseMachine
{
    public State AwaitingVerification { get; private set; } = null!;
    public State AwaitingFamilyAssessment { get; private set; } = null!;
    public State NotANational { get; private set; } = null!;

    public Event<NoticeAcknowledgedByOrigin> NoticeAcknowledgedByOrigin { get; private set; } = null!;
    public Event<VerificationRequested> VerificationRequested { get; private set; } = null!;
    public Event<NationalityConfirmed> NationalityConfirmed { get; private set; } = null!;
    public Event<NationalityOpen> NationalityOpen { get; private set; } = null!;
    public Event<NotANationalSaid> NotANationalSaid { get; private set; } = null!;
    public Event<DiplomaticLetterArrived> DiplomaticLetterArrived { get; private set; } = null!;

    private void CorrelateAnswer()
    {
        Event(() => NoticeAcknowledgedByOrigin, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => VerificationRequested, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NationalityConfirmed, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NationalityOpen, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NotANationalSaid, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => DiplomaticLetterArrived, e => e.CorrelateById(c => c.Message.CaseId));
    }

    private void Answer()
    {
        During(NotifiedOrigin,
            When(NoticeAcknowledgedByOrigin).TransitionTo(AwaitingVerification),
            Ignore(DiplomaticLetterArrived));
        During(AwaitingVerification,
            When(VerificationRequested).Write(m => m.Letters),
            When(NationalityConfirmed).TransitionTo(AwaitingFamilyAssessment),
            When(NotANationalSaid).TransitionTo(NotANational),
            Ignore(NationalityOpen), Ignore(DiplomaticLetterArrived), Ignore(ConsentRecorded));
        During(AwaitingFamilyAssessment,
            Ignore(NationalityConfirmed), Ignore(DiplomaticLetterArrived), Ignore(ConsentRecorded));
        During(NotANational, Ignore(NotANationalSaid), Ignore(DiplomaticLetterArrived));
        During(DiplomaticChannel, Ignore(DiplomaticLetterArrived));
    }
}
