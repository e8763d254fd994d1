using System.Diagnostics;
using Referral.Contracts;

namespace Referral.Gateway.Border;

/// <summary>A sealed pouch and what lies in it.</summary>
/// <param name="AskedIds">Those of the letters that an operator asked for once more.</param>
/// <param name="Span">Over its way to the carrier, to be ended by the outbox; null while none is recorded.
/// </param>
/// <param name="Full">It could not take all that is due, or just could.</param>
internal sealed record PouchLoad(
    SealedPouch Sealed, string Country, IReadOnlyList<string> LetterIds, IReadOnlyList<string> ReceiptIds,
    IReadOnlyList<string> AskedIds, Activity? Span, bool Full);
