using Referral.Contracts.Letters;

namespace Referral.Gateway.Border.Admission;

/// <summary>What becomes of an arrived letter.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It takes effect now. Whether the case can take it is the saga's matter.</summary>
    internal sealed record Admit : Verdict;

    /// <summary>
    /// Came before: the receipt that settled it goes again; none yet where it still waits (state 3).
    /// </summary>
    internal sealed record Repeat(string? ReceiptId) : Verdict;

    /// <summary>
    /// A number before it has not come yet: kept, judged when its turn comes, answered with state 3.
    /// </summary>
    internal sealed record Hold : Verdict;

    /// <summary>Settled with a no.</summary>
    /// <param name="Refusal">Why.</param>
    /// <param name="State">Relay rejection (5) or non-delivery (7).</param>
    /// <param name="TakesNumber">Its number is used up and the next letter is due.</param>
    /// <param name="Alert">Someone should look today: the sender contradicts itself.</param>
    internal sealed record Refuse(Refusal Refusal, RemState State, bool TakesNumber, bool Alert) : Verdict;

    /// <summary>Claims no id, takes no number, settles nothing; journalled by its hash.</summary>
    internal sealed record Unreadable(Refusal Refusal) : Verdict;
}
