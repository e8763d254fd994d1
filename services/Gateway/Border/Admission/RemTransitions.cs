using Referral.Contracts.Letters;
using static Referral.Contracts.Letters.RemState;

namespace Referral.Gateway.Border.Admission;

/// <summary>
/// Which state of a sent letter may follow which. 1, 2 and 4 are the sender's own; 3 and 5 to 7 come by
/// receipt; 8 and 9 never do, they are letters of their own. Source: ETSI REM evidence; the states stand in
/// contracts/Letters/pouch.proto.
/// </summary>
internal static class RemTransitions
{
    private static readonly RemState[] AfterLeaving =
        [RelayAcceptance, RelayFailure, RelayRejection, Delivery, NonDelivery];

    private static readonly Dictionary<RemState, RemState[]> Next = new()
    {
        [SubmissionAcceptance] = AfterLeaving,
        [SubmissionRejection] = [],
        [RelayAcceptance] = AfterLeaving,
        [RelayFailure] = AfterLeaving,
        [RelayRejection] = [],
        [Delivery] = [],
        [NonDelivery] = [],
        [Retrieval] = [],
        [NonRetrieval] = [],
    };

    internal static bool May(RemState from, RemState to) =>
        Next.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>The letter is no longer due: rejected (5), delivered (6) or not delivered (7).</summary>
    internal static bool Settled(RemState state) => state is RelayRejection or Delivery or NonDelivery;

    /// <summary>What a receipt may say: it waits for a gap (3), or it is settled.</summary>
    internal static bool ByReceipt(RemState state) => state == RelayAcceptance || Settled(state);
}
