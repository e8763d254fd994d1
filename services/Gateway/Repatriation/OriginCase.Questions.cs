using MassTransit;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// Coded questions at the origin. Asked and answered while the referral is open; what was on its way when it
/// ended still arrives. No question moves a case.
/// </summary>
internal sealed partial class OriginCaseMachine
{
    public Event<QuestionAsked> QuestionAsked { get; private set; } = null!;
    public Event<QuestionArrived> QuestionArrived { get; private set; } = null!;
    public Event<QuestionAnswered> QuestionAnswered { get; private set; } = null!;
    public Event<AnswerArrived> AnswerArrived { get; private set; } = null!;

    private void CorrelateQuestions()
    {
        Event(() => QuestionAsked, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => QuestionArrived, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => QuestionAnswered, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => AnswerArrived, e => e.CorrelateById(c => c.Message.CaseId));
    }

    private void Questions()
    {
        During([Notified, Verifying, Inconclusive, Verified],
            When(QuestionAsked).Write(m => m.Letters),
            When(QuestionAnswered).Write(m => m.Letters));
        During([Notified, Verifying, Inconclusive, Verified, NotNational],
            Ignore(QuestionArrived), Ignore(AnswerArrived));
    }
}
