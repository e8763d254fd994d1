namespace Referral.Verifier.Pack;

/// <summary>A letter whose signature holds.</summary>
internal sealed record PackLetter(string To, string Sha256);

/// <summary>A checkpoint whose signature holds.</summary>
internal sealed record PackCheckpoint(Checkpoint Content, byte[] Sha256);

/// <summary>What the checks of one pack share: its parts, the keys, and what was found so far.</summary>
internal sealed class OpenedPack(
    SortedDictionary<string, byte[]> parts, PackTrust trust, PackManifest manifest)
{
    private readonly List<PackFinding> findings = [];

    public PackManifest Manifest => manifest;

    public IReadOnlyList<PackFinding> Findings => findings;

    /// <summary>Letters by the hash of their token.</summary>
    public Dictionary<string, PackLetter> Letters { get; } = new(StringComparer.Ordinal);

    /// <summary>Hashes of the receipts in the pack, whether they hold or not.</summary>
    public HashSet<string> ReceiptHashes { get; } = new(StringComparer.Ordinal);

    /// <summary>Sound entries by number.</summary>
    public SortedDictionary<long, PackEntry> Entries { get; } = [];

    /// <summary>Checkpoints by number.</summary>
    public SortedDictionary<long, PackCheckpoint> Checkpoints { get; } = [];

    public int Receipts { get; set; }

    public int Witnesses { get; set; }

    public int Sealed { get; set; }

    /// <summary>Tokens under a key that was revoked since, in the order they were opened.</summary>
    public List<(string Name, SignedPart Part)> UnderRevoked { get; } = [];

    /// <summary>What a country says, by its signature, to have had in hand at a moment.</summary>
    public List<DatedHash> Dated { get; } = [];

    /// <summary>Tokens under a revoked key that another country proves to be older.</summary>
    public int History { get; set; }

    /// <summary>Pieces under a revoked key for which the country that made the pack alone answers.</summary>
    public List<string> OwnWord { get; } = [];

    public void Broken(string code, string piece) => findings.Add(new(code, piece));

    /// <summary>The part; null where it is missing, which is told elsewhere.</summary>
    public byte[]? Part(string name) => parts.GetValueOrDefault(name);

    public IEnumerable<string> Names => parts.Keys;

    /// <summary>The parts of a folder that the manifest names, in the order of their names.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Folder(string folder) =>
        parts.Where(part => part.Key.StartsWith(folder, StringComparison.Ordinal)
                && manifest.Parts.ContainsKey(part.Key))
            .Select(part => (part.Key, part.Value));

    /// <summary>Opens a token; what is wrong with it is told, and then it is null.</summary>
    public SignedPart? Open(string name, byte[] token, string typ, string? country = null)
    {
        var (part, code) = PackToken.Open(token, typ, trust);
        if (part is not null && country is not null && part.Country != country)
            (part, code) = (null, Refusals.KeyUnknown);
        if (part is null) Broken(code, name);
        else if (part.Revoked) UnderRevoked.Add((name, part));
        return part;
    }
}

/// <summary>The hash of a token, lower-case hex, and who signed when that it was there.</summary>
internal sealed record DatedHash(string Sha256, string Country, long AtSeconds);

/// <summary>A sound entry: its hash, and the members of its text.</summary>
internal sealed record PackEntry(
    long Number, byte[] Hash, string Kind, IReadOnlyDictionary<string, string> Values)
{
    public string Piece => $"{PackFormat.Journal}#{Number}";

    public string Value(string name) => Values.GetValueOrDefault(name) ?? "";
}
