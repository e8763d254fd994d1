namespace Referral.Gateway.Border.Admission;

/// <summary>What became of a sealed pouch as a whole.</summary>
/// <param name="TokenSha256">Of the token in ASCII: all an unreadable pouch is known by.</param>
/// <param name="Pouch">Its content, or why none of it can be read.</param>
internal sealed record Opened(byte[] TokenSha256, Decision<OpenedPouch> Pouch);

/// <param name="PouchId">Same outside and inside.</param>
/// <param name="From">The country that brought it: verified by the carrier, same outside and inside.</param>
/// <param name="Letters">In the sender's order; each stands or falls alone.</param>
/// <param name="Receipts">Likewise.</param>
/// <param name="Checkpoint">The sender's latest checkpoint, a JWS not verified yet; empty for none.</param>
/// <param name="Traceparent">The sender's trace context as it wrote it; empty for none.</param>
internal sealed record OpenedPouch(
    string PouchId,
    string From,
    IReadOnlyList<Arrived<OpenedLetter>> Letters,
    IReadOnlyList<Arrived<OpenedReceipt>> Receipts,
    string Checkpoint,
    string Traceparent = "");

/// <summary>One thing out of a pouch.</summary>
/// <param name="JwsSha256">Of the JWS in UTF-8, which for a well-formed one is its ASCII.</param>
/// <param name="Content">What it is, or why it is unreadable.</param>
internal sealed record Arrived<T>(byte[] JwsSha256, Decision<T> Content);
