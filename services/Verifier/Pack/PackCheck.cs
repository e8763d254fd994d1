namespace Referral.Verifier.Pack;

/// <summary>
/// Checks a court pack with nothing but its file and a trust list. Pure: no folder, no database, no network.
/// The order of the checks is the order of docs/Journal.md, so that two verifiers name the same first piece.
/// </summary>
public static class PackCheck
{
    /// <summary>Stands as the piece where the file as a whole is no pack.</summary>
    public const string WholeFile = "file";

    /// <summary>Checks a pack.</summary>
    /// <param name="file">The zip file; it must be able to seek.</param>
    /// <param name="givenTrust">
    /// A trust list that was compared on paper; null takes the one inside. Refuses REF-2604 one that neither
    /// equals nor supersedes the one inside.
    /// </param>
    public static PackReport Run(Stream file, byte[]? givenTrust = null)
    {
        if (PackParts.Read(file) is not { } parts) return Ends(Refusals.NotAPack, WholeFile);
        var inside = PackTrust.Read(parts.GetValueOrDefault(PackFormat.Trust));
        if (inside is null) return Ends(Refusals.TrustListBroken, PackFormat.Trust);
        var trust = inside;
        if (givenTrust is not null)
        {
            var given = PackTrust.Read(givenTrust);
            if (given is null || !given.Supersedes(inside))
                return Ends(Refusals.TrustListOther, PackFormat.Trust);
            trust = given;
        }
        var about = new PackReport
        {
            Findings = [], Fingerprint = trust.Fingerprint, TrustGiven = givenTrust is not null,
        };
        var (manifest, code) = Manifest(parts, trust);
        return manifest is null
            ? about with { Findings = [new(code, PackFormat.Manifest)] }
            : Run(new(parts, trust, manifest), about);
    }

    private static PackReport Run(OpenedPack pack, PackReport about)
    {
        Parts(pack);
        LettersCheck.Run(pack);
        var entries = EntriesCheck.Run(pack);
        RecordsCheck.Run(pack);
        ReceiptsCheck.Run(pack);
        CheckpointsCheck.Run(pack);
        ProofsCheck.Run(pack);
        WitnessesCheck.Run(pack);
        HistoryCheck.Run(pack);
        return about with
        {
            Findings = pack.Findings,
            Manifest = pack.Manifest,
            Letters = pack.Letters.Count,
            Receipts = pack.Receipts,
            Checkpoints = pack.Checkpoints.Count,
            Witnesses = pack.Witnesses,
            Entries = entries,
            Sealed = pack.Sealed,
            History = pack.History,
            OwnWord = pack.OwnWord,
        };
    }

    private static (PackManifest? Manifest, string Code) Manifest(
        SortedDictionary<string, byte[]> parts, PackTrust trust)
    {
        if (!parts.TryGetValue(PackFormat.Manifest, out var token)) return (null, Refusals.PartMissing);
        var (signed, code) = PackToken.Open(token, PackFormat.ManifestTyp, trust);
        if (signed is null) return (null, code);
        // A pack is made again at any time, with a key that counts: an old one has nothing to prove its age.
        if (signed.Revoked) return (null, Refusals.KeyRevoked);
        if (PackManifest.Read(signed.Payload) is not { } manifest) return (null, Refusals.ManifestBroken);
        return manifest.Country == signed.Country ? (manifest, "") : (null, Refusals.KeyUnknown);
    }

    private static void Parts(OpenedPack pack)
    {
        var listed = pack.Manifest.Parts;
        foreach (var name in listed.Keys.Union(PackFormat.Required).Order(StringComparer.Ordinal))
        {
            if (pack.Part(name) is not { } bytes || !listed.TryGetValue(name, out var hash))
                pack.Broken(Refusals.PartMissing, name);
            else if (PackFormat.Hash(bytes) != hash)
                pack.Broken(Refusals.PartChanged, name);
        }
        foreach (var name in pack.Names.Except(listed.Keys).Where(name => name != PackFormat.Manifest))
            pack.Broken(Refusals.PartExtra, name);
    }

    private static PackReport Ends(string code, string piece) => new() { Findings = [new(code, piece)] };
}
