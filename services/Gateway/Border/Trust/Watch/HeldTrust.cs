namespace Referral.Gateway.Border.Trust;

/// <summary>
/// The list a gateway holds (trust.held.json, the gateway's own copy) and the one that its administrator lays
/// beside it (trust.json). The copy is what an older list is measured by, also after a restart.
/// </summary>
internal sealed class HeldTrust(string dataFolder)
{
    internal const string HeldName = "trust.held.json";

    private SignedTrust? _held;
    private (DateTime Written, long Length) _seen;
    private Decision<SignedTrust>? _last;

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

    /// <summary>
    /// What should be held by what lies there. Refuses as the chain and the succession do. The file is read
    /// again only when it has changed.
    /// </summary>
    internal Decision<SignedTrust> Offered(DateTimeOffset now)
    {
        var file = new FileInfo(OfferedPath);
        var stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        if (_last is { } last && stamp == _seen)
            return last;
        var decided = Decide(file.Exists, now);
        (_seen, _last) = (stamp, decided);
        return decided;
    }

    internal int HeldVersion => Held()?.Latest.Version ?? 0;

    internal void Hold(SignedTrust list)
    {
        TrustFile.Write(HeldPath, list);
        (_held, _last) = (list, null);
    }

    private Decision<SignedTrust> Decide(bool offered, DateTimeOffset now)
    {
        if (!offered)
            return Held() is { } held ? held : TrustRefusals.Unreadable("no file");
        var read = TrustFile.Open(OfferedPath);
        return read.Refused ? read : TrustSuccession.Decide(Held(), read.Outcome, now);
    }

    // Nobody but the gateway writes this file, so it is read once.
    private SignedTrust? Held()
    {
        if (_held is not null || !File.Exists(HeldPath))
            return _held;
        var held = TrustFile.Open(HeldPath);
        return _held = held.Refused
            ? throw new InvalidDataException($"{HeldPath}: {TrustFile.Told(held.Refusal)}")
            : held.Outcome;
    }
}
