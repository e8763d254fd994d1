using MassTransit;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// The origin's saga, from the letter's arrival to the nationality answer. Source: process tables, 3.2.2; a
/// letter's arrival makes the case, an officer's acknowledgement moves it on.
/// </summary>
internal sealed partial class OriginCaseMachine : MassTransitStateMachine<OriginCase>
{
    public OriginCaseMachine()
    {
        InstanceState(saga => saga.Stage);
        Correlate();
        CorrelateQuestions();
        Arrival();
        Verification();
        Questions();
        WhenEnterAny(stage => stage.Then(context => context.Saga.StageSince = context.Step().Now));
    }

    public State Arrived { get; private set; } = null!;
    public State Notified { get; private set; } = null!;
    public State Verifying { get; private set; } = null!;
    public State Verified { get; private set; } = null!;
    public State Inconclusive { get; private set; } = null!;
    public State NotNational { get; private set; } = null!;

    public Event<NoticeArrived> NoticeArrived { get; private set; } = null!;
    public Event<NoteArrived> NoteArrived { get; private set; } = null!;
    public Event<CorrectionArrived> CorrectionArrived { get; private set; } = null!;
    public Event<TracingAskedByHost> TracingAskedByHost { get; private set; } = null!;
    public Event<VerificationAskedByHost> VerificationAskedByHost { get; private set; } = null!;
    public Event<DiplomaticLetterArrived> DiplomaticLetterArrived { get; private set; } = null!;
    public Event<Acknowledged> Acknowledged { get; private set; } = null!;
    public Event<AssignedToVerification> AssignedToVerification { get; private set; } = null!;
    public Event<VerificationConfirmed> VerificationConfirmed { get; private set; } = null!;
    public Event<VerificationInconclusive> VerificationInconclusive { get; private set; } = null!;
    public Event<VerificationNotNational> VerificationNotNational { get; private set; } = null!;

    private void Correlate()
    {
        Event(() => NoticeArrived, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NoteArrived, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => CorrectionArrived, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => TracingAskedByHost, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => VerificationAskedByHost, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => DiplomaticLetterArrived, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => Acknowledged, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => AssignedToVerification, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => VerificationConfirmed, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => VerificationInconclusive, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => VerificationNotNational, e => e.CorrelateById(c => c.Message.CaseId));
    }

    private void Arrival()
    {
        Initially(
            When(NoticeArrived).TransitionTo(Arrived),
            When(NoteArrived).TransitionTo(Arrived));
        During(Arrived,
            When(Acknowledged).Write(m => m.Letters).TransitionTo(Notified),
            Ignore(NoticeArrived), Ignore(TracingAskedByHost), Ignore(DiplomaticLetterArrived));
        During([Arrived, Notified, Verifying, Inconclusive, Verified, NotNational],
            Ignore(CorrectionArrived));
        During(Notified,
            When(AssignedToVerification).TransitionTo(Verifying),
            Ignore(TracingAskedByHost), Ignore(VerificationAskedByHost), Ignore(DiplomaticLetterArrived));
    }

    private void Verification()
    {
        During(Verifying,
            When(VerificationConfirmed).Write(m => m.Letters).TransitionTo(Verified),
            When(VerificationInconclusive).Write(m => m.Letters).TransitionTo(Inconclusive),
            When(VerificationNotNational).Write(m => m.Letters).TransitionTo(NotNational),
            Ignore(TracingAskedByHost), Ignore(VerificationAskedByHost), Ignore(DiplomaticLetterArrived));
        During(Inconclusive,
            When(VerificationAskedByHost).TransitionTo(Verifying),
            Ignore(TracingAskedByHost), Ignore(DiplomaticLetterArrived));
        During([Verified, NotNational],
            Ignore(TracingAskedByHost), Ignore(VerificationAskedByHost), Ignore(DiplomaticLetterArrived));
    }
}
