namespace Referral.Verifier.Pack;

/// <summary>
/// Codes of what can be wrong with a court pack: one code a kind of damage, and the piece is named beside it.
/// Sentences and remedies stand in contracts/Refusals.
/// </summary>
public static class Refusals
{
    /// <summary>Not a zip file, too large, or a part twice.</summary>
    public const string NotAPack = "REF-2601";

    /// <summary>The manifest is signed, but is not written as one.</summary>
    public const string ManifestBroken = "REF-2602";

    /// <summary>The trust list in the pack cannot be read.</summary>
    public const string TrustListBroken = "REF-2603";

    /// <summary>The trust list given neither equals nor supersedes the one inside.</summary>
    public const string TrustListOther = "REF-2604";

    /// <summary>A part is missing.</summary>
    public const string PartMissing = "REF-2605";

    /// <summary>A part stands in the pack that the manifest does not name.</summary>
    public const string PartExtra = "REF-2606";

    /// <summary>A part is not the one that was packed, or not what its name says.</summary>
    public const string PartChanged = "REF-2607";

    /// <summary>A signature does not hold, or the token is not of the kind that belongs there.</summary>
    public const string SignatureBroken = "REF-2608";

    /// <summary>Signed with a key that is not on the trust list, or is another country's.</summary>
    public const string KeyUnknown = "REF-2609";

    /// <summary>A letter of another referral, or not between these two countries.</summary>
    public const string LetterOfOther = "REF-2610";

    /// <summary>A receipt that does not answer what the journal says it answers.</summary>
    public const string ReceiptOfOther = "REF-2611";

    /// <summary>A journal entry is altered, repeated or out of place.</summary>
    public const string EntryBroken = "REF-2612";

    /// <summary>A journal entry is missing.</summary>
    public const string EntryMissing = "REF-2613";

    /// <summary>An entry promises a letter or receipt that is not in the pack.</summary>
    public const string RecordMissing = "REF-2614";

    /// <summary>A letter that no entry of the journal names.</summary>
    public const string NotInJournal = "REF-2615";

    /// <summary>A proof does not lead from its entry to its checkpoint.</summary>
    public const string ProofBroken = "REF-2616";

    /// <summary>A checkpoint is not the one it says, or does not build on the one before.</summary>
    public const string CheckpointBroken = "REF-2617";

    /// <summary>Signed with a key revoked later, and nothing of another country proves it older.</summary>
    public const string KeyRevoked = "REF-2618";
}
