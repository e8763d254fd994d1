namespace Referral.Verifier.Pack;

/// <summary>
/// The journal and the records name each other: what an entry promises is in the pack, and no
/// letter is in the pack that no entry names.
/// </summary>
internal static class RecordsCheck
{
    public static void Run(OpenedPack pack)
    {
        foreach (var (_, token) in pack.Folder(PackFormat.Receipts))
            pack.ReceiptHashes.Add(PackFormat.Hash(token));
        var letters = pack.Folder(PackFormat.Letters)
            .Select(part => (part.Name, Hash: PackFormat.Hash(part.Bytes))).ToList();
        var held = letters.Select(letter => letter.Hash).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in pack.Entries.Values.Where(entry => !IsThere(pack, entry, held)))
            pack.Broken(Refusals.RecordMissing, entry.Piece);
        var named = pack.Entries.Values.Select(entry => entry.Value(JournalFormat.LetterSha256))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in letters.Where(letter => !named.Contains(letter.Hash)))
            pack.Broken(Refusals.NotInJournal, name);
    }

    private static bool IsThere(OpenedPack pack, PackEntry entry, HashSet<string> letters) =>
        entry.Kind switch
    {
        JournalKinds.LetterWritten or JournalKinds.LetterAdmitted =>
            letters.Contains(entry.Value(JournalFormat.LetterSha256)),
        JournalKinds.ReceiptSent or JournalKinds.ReceiptReceived =>
            pack.ReceiptHashes.Contains(entry.Value(JournalFormat.ReceiptSha256)),
        _ => true,
    };
}
