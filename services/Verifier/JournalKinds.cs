namespace Referral.Verifier;

/// <summary>
/// Kinds of entry that promise a stored record: the letter or receipt whose hash they name must be on file.
/// Every other kind is the gateway's own affair and promises nothing to the verifier.
/// </summary>
public static class JournalKinds
{
    /// <summary>A letter was written and signed here; its JWS is on file.</summary>
    public const string LetterWritten = "letter-written";

    /// <summary>A letter from abroad was admitted; its JWS is on file.</summary>
    public const string LetterAdmitted = "letter-admitted";

    /// <summary>A receipt was signed here; its JWS is on file.</summary>
    public const string ReceiptSent = "receipt-sent";

    /// <summary>A receipt from abroad was taken in; its JWS is on file.</summary>
    public const string ReceiptReceived = "receipt-received";

    /// <summary>Whether an entry of this kind promises the records it names.</summary>
    public static bool PromisesRecord(string kind) =>
        kind is LetterWritten or LetterAdmitted or ReceiptSent or ReceiptReceived;
}
