using Referral.Contracts.Letters;

namespace Referral.Gateway.Border.Admission;

/// <summary>A letter whose signature held. Signer, letter id and SHA-256 are its identity.</summary>
/// <param name="Signer">
/// Country whose key signed; what the letter says of itself counts only where it agrees.
/// </param>
/// <param name="Kid">Key.</param>
/// <param name="Sha256">Of the JWS.</param>
/// <param name="Jws">As it arrived.</param>
/// <param name="Letter">Its content.</param>
internal sealed record OpenedLetter(string Signer, string Kid, byte[] Sha256, string Jws, Letter Letter);

/// <summary>A receipt whose signature held, from the country that brought it, to us.</summary>
internal sealed record OpenedReceipt(string Signer, string Kid, byte[] Sha256, string Jws, Receipt Receipt);

/// <summary>What the inbox holds of a letter id of one sender.</summary>
/// <param name="Sha256">Of the letter that claimed the id first.</param>
/// <param name="ReceiptId">The receipt that settled it; null while it waits for a gap.</param>
/// <param name="Replaces">SHA-256 of the letter that one replaced; null for none.</param>
internal sealed record InboxRow(byte[] Sha256, string? ReceiptId, byte[]? Replaces = null);
