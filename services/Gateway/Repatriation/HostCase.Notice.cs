using MassTransit;
using Referral.Gateway.Border;

namespace Referral.Gateway.Repatriation;

/// <summary>The notice: the gate before the first letter, and the letters that leave through it.</summary>
internal sealed partial class HostCaseMachine
{
    public State ReadyToNotify { get; private set; } = null!;
    public State DiplomaticChannel { get; private set; } = null!;
    public State NotifiedOrigin { get; private set; } = null!;

    public Event<NoticeReleased> NoticeReleased { get; private set; } = null!;
    public Event<NoticeCorrected> NoticeCorrected { get; private set; } = null!;
    public Event<NoticeWithdrawn> NoticeWithdrawn { get; private set; } = null!;
    public Event<RoutedViaMFA> RoutedViaMFA { get; private set; } = null!;
    public Event<ReleaseApprovalRecorded> ReleaseApprovalRecorded { get; private set; } = null!;
    public Event<NoInstrument> NoInstrument { get; private set; } = null!;
    public Event<NoteSent> NoteSent { get; private set; } = null!;
    public Event<ConsentRecorded> ConsentRecorded { get; private set; } = null!;
    public Event<ConsentWithdrawnBeforeNotice> ConsentWithdrawnBeforeNotice { get; private set; } = null!;
    public Event<ConsentWithdrawn> ConsentWithdrawn { get; private set; } = null!;
    public Event<AsylumOrFearOfOriginStated> AsylumOrFearOfOriginStated { get; private set; } = null!;

    private void CorrelateNotice()
    {
        Event(() => NoticeReleased, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NoticeCorrected, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NoticeWithdrawn, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => RoutedViaMFA, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => ReleaseApprovalRecorded, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NoInstrument, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => NoteSent, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => ConsentRecorded, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => ConsentWithdrawnBeforeNotice, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => ConsentWithdrawn, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => AsylumOrFearOfOriginStated, e => e.CorrelateById(c => c.Message.CaseId));
    }

    private void Notice()
    {
        During(ReadyToNotify,
            When(NoticeReleased).Write(Released).TransitionTo(NotifiedOrigin),
            When(NoInstrument).TransitionTo(DiplomaticChannel),
            When(ConsentWithdrawnBeforeNotice).TransitionTo(ConsentPending),
            Ignore(RoutedViaMFA), Ignore(ReleaseApprovalRecorded), Ignore(ConsentRecorded));
        During(DiplomaticChannel, When(NoteSent).Write(m => m.Letters), Ignore(ConsentRecorded));
        During(NotifiedOrigin, When(NoticeWithdrawn).TransitionTo(ReadyToNotify), Ignore(ConsentRecorded));

        During([NotifiedOrigin, AwaitingVerification, AwaitingFamilyAssessment],
            When(NoticeCorrected).Write(m => m.Letters));

        // A hold keeps the stage: it is what the saga goes back to. Nothing is written, at any stage, ever.
        During([Presumed, InIdentification, Identified, ConsentPending, ReadyToNotify, StayNoNotice,
                DiplomaticChannel, NotifiedOrigin, AwaitingVerification, AwaitingFamilyAssessment,
                NotANational],
            When(AsylumOrFearOfOriginStated).Then(c => Holds.Set(c.Saga, Holds.Protection)));
        During([DiplomaticChannel, NotifiedOrigin, AwaitingVerification, AwaitingFamilyAssessment],
            When(ConsentWithdrawn).Then(c => Holds.Set(c.Saga, Holds.Consent)));
    }

    /// <summary>The letters that the rules allowed before the saga was asked to move.</summary>
    private static IReadOnlyList<LetterToWrite> Released(NoticeReleased notice)
    {
        using var span = Trace.Here();
        return notice.Letters;
    }
}
