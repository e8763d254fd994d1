using Referral.Contracts.Letters;

namespace Referral.Gateway.Border;

/// <summary>
/// A letter that was decided but not yet written: its body and the part of the head that a rule has settled
/// (kind, posts, agreement, purpose, class, consent). The step adds id, number and time, and signs it.
/// </summary>
internal sealed record LetterToWrite(Letter Draft)
{
    public string Kind => Draft.Head.Kind;
}
