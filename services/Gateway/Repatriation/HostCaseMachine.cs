using MassTransit;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The host's saga, from the first suspicion to the nationality answer. One file a stage: intake here,
/// the notice in HostCase.Notice.cs, the answer in HostCase.Answer.cs. Source: process tables, 3.2.1.
/// One event leads from one stage to one next stage; a different outcome is a different event.
/// </summary>
internal sealed partial class HostCaseMachine : MassTransitStateMachine<HostCase>
{
    public HostCaseMachine()
    {
        InstanceState(saga => saga.Stage);
        CorrelateIntake();
        CorrelateNotice();
        CorrelateAnswer();
        CorrelateQuestions();
        Intake();
        Notice();
        Answer();
        Questions();
        WhenEnterAny(stage => stage.Then(context => context.Saga.StageSince = context.Step().Now));
    }

    public State Presumed { get; private set; } = null!;
    public State InIdentification { get; private set; } = null!;
    public State Identified { get; private set; } = null!;
    public State ClosedNotVictim { get; private set; } = null!;
    public State ConsentPending { get; private set; } = null!;
    public State StayNoNotice { get; private set; } = null!;

    public Event<PresumedVictimRegistered> PresumedVictimRegistered { get; private set; } = null!;
    public Event<ScreeningDone> ScreeningDone { get; private set; } = null!;
    public Event<IdentifiedAsVictim> IdentifiedAsVictim { get; private set; } = null!;
    public Event<NotAVictim> NotAVictim { get; private set; } = null!;
    public Event<RightsExplained> RightsExplained { get; private set; } = null!;
    public Event<GuardianAppointed> GuardianAppointed { get; private set; } = null!;
    public Event<AgeDecided> AgeDecided { get; private set; } = null!;
    public Event<ConsentToNotify> ConsentToNotify { get; private set; } = null!;
    public Event<ConsentRefused> ConsentRefused { get; private set; } = null!;
    public Event<PersonChangesMind> PersonChangesMind { get; private set; } = null!;

    private void CorrelateIntake()
    {
        Event(() => PresumedVictimRegistered, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => ScreeningDone, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => IdentifiedAsVictim, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NotAVictim, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => RightsExplained, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => GuardianAppointed, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => AgeDecided, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => ConsentToNotify, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => ConsentRefused, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => PersonChangesMind, e => e.CorrelateById(c => c.Message.CaseId));
    }

    private void Intake()
    {
        Initially(When(PresumedVictimRegistered).TransitionTo(Presumed));
        During(Presumed,
            When(ScreeningDone).TransitionTo(InIdentification),
            Ignore(GuardianAppointed), Ignore(AgeDecided));
        During(InIdentification,
            When(IdentifiedAsVictim).TransitionTo(Identified),
            When(NotAVictim).TransitionTo(ClosedNotVictim),
            Ignore(GuardianAppointed), Ignore(AgeDecided));
        During(Identified,
            When(RightsExplained).TransitionTo(ConsentPending),
            Ignore(GuardianAppointed), Ignore(AgeDecided));
        During(ConsentPending,
            When(ConsentToNotify).TransitionTo(ReadyToNotify),
            When(ConsentRefused).TransitionTo(StayNoNotice),
            Ignore(GuardianAppointed), Ignore(AgeDecided), Ignore(RightsExplained));
        During(StayNoNotice, When(PersonChangesMind).TransitionTo(ConsentPending));
    }
}
