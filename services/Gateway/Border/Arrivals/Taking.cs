using Microsoft.Extensions.Logging;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border;

/// <summary>
/// One pouch being taken: the transaction, what we know, and the answer that is being made.
/// </summary>
internal sealed record Taking(Step Step, Inbox Inbox, ReceiptDraft Answer, ILogger Log)
{
    /// <summary>An outcome of a letter in this pouch, or of one that waited.</summary>
    public void Tell(Storage.CaseRow? row, Admission.OpenedLetter opened, RemState state, string code) =>
        Answer.Answer(row, opened.Letter.Head.LetterId, opened.Sha256, state, code);
}
