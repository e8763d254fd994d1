namespace Referral.Gateway.Border.Trust;

/// <summary>
/// The list a gateway holds (trust.held.json, the gateway's own copy) and the one that its administrator lays
/// beside it (trust.json). The copy is what an older list is measured by, also after a restart.
/// </summary>
internal sealed class HeldTrust(string dataFolder)
{
    internal const string HeldName = "trust.held.json";

    private string HeldPath => Path.Combine(dataFolder, HeldName);

    private string OfferedPath => Path.Combine(dataFolder, TrustList.FileName);

    /// <summary>The list to start with: what is offered where it may be taken, else the one held.</summary>
    /// <exception cref="InvalidDataException">Neither can be used; the number says why.</exception>
    internal TrustList Start(DateTimeOffset now)
    {
        var offered = Offered(now);
        return offered.Refused
            ? (Held() ?? throw new InvalidDataException(
                $"{OfferedPath}: {TrustFile.Told(offered.Refusal)}")).List
            : offered.Outcome.List;
    }

    /// <summary>What should be held by what lies there. Refuses as the chain and the succession do.</summary>
    internal Decision<SignedTrust> Offered(DateTimeOffset now)
    {
        var held = Held();
        if (!File.Exists(OfferedPath))
            return held is null ? TrustRefusals.Unreadable("no file") : held;
        var read = TrustFile.Open(OfferedPath);
        return read.Refused ? read : TrustSuccession.Decide(held, read.Outcome, now);
    }

    internal int HeldVersion => Held()?.Latest.Version ?? 0;

    internal void Hold(SignedTrust list) => TrustFile.Write(HeldPath, list);

    private SignedTrust? Held()
    {
        if (!File.Exists(HeldPath))
            return null;
        var held = TrustFile.Open(HeldPath);
        return held.Refused
            ? throw new InvalidDataException($"{HeldPath}: {TrustFile.Told(held.Refusal)}")
            : held.Outcome;
    }
}
