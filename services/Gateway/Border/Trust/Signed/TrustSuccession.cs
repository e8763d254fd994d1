namespace Referral.Gateway.Border.Trust;

/// <summary>Whether an offered list takes the place of the one held.</summary>
internal static class TrustSuccession
{
    /// <summary>
    /// The list to hold from now on: the held one where the offered is the same. Refuses: REF-2421 not
    /// complete, REF-2423 older, REF-2425 not a continuation, REF-2426 past its validity.
    /// </summary>
    /// <param name="held">
    /// Null at the first installation: its fingerprint was compared by two persons.
    /// </param>
    /// <param name="offered">Checked by <see cref="TrustChain"/>.</param>
    /// <param name="now">Moment of installing.</param>
    internal static Decision<SignedTrust> Decide(SignedTrust? held, SignedTrust offered, DateTimeOffset now)
    {
        var version = offered.Latest.Version;
        if (!offered.Complete)
            return TrustRefusals.NotSignedByBoth(version);
        if (held is not null && version < held.Latest.Version)
            return TrustRefusals.Older(version, held.Latest.Version);
        if (held is not null && offered.Versions[held.Latest.Version - 1].Sha256 != held.Versions[^1].Sha256)
            return TrustRefusals.Forked(held.Latest.Version);
        if (held is not null && version == held.Latest.Version)
            return held;
        return offered.Latest.ValidUntil > now ? offered : TrustRefusals.RunOut(offered.Latest.ValidUntil);
    }
}
