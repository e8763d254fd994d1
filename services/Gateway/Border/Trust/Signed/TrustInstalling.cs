namespace Referral.Gateway.Border.Trust;

/// <summary>The check before a list is laid into a gateway's folder.</summary>
public static class TrustInstalling
{
    /// <summary>
    /// The list when everything holds. Refuses: what <see cref="SignedTrust.Open"/> refuses; REF-2423,
    /// REF-2425 against the one held; REF-2426 past its validity; REF-2427 another fingerprint than was read
    /// out.
    /// </summary>
    /// <param name="path">File offered.</param>
    /// <param name="heldPath">File of the list in use; null for none.</param>
    /// <param name="fingerprint">
    /// Of the offered version or of the first; null where it was not read out.
    /// </param>
    /// <param name="now">Moment of installing.</param>
    public static Decision<SignedTrust> Check(
        string path, string? heldPath, string? fingerprint, DateTimeOffset now)
    {
        var offered = TrustFile.Open(path);
        if (offered.Refused)
            return offered;
        var list = offered.Outcome;
        if (fingerprint is not null && !Fingerprint.Same(fingerprint, list.Fingerprint)
            && !Fingerprint.Same(fingerprint, list.FirstFingerprint))
            return TrustRefusals.OtherFingerprint();
        if (heldPath is null)
            return TrustSuccession.Decide(null, list, now);
        var held = TrustFile.Open(heldPath);
        return held.Refused ? held : TrustSuccession.Decide(held.Outcome, list, now);
    }
}
