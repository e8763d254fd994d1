namespace Referral.Verifier.Pack;

/// <summary>Follows the chain of the case from its beginning. At most one finding an entry.</summary>
internal static class EntriesCheck
{
    /// <summary>Gives how many entries there are.</summary>
    public static int Run(OpenedPack pack)
    {
        if (pack.Part(PackFormat.Journal) is not { } part) return 0;
        if (PackedJournal.Read(part) is not { } journal || journal.Chain != pack.Manifest.Chain)
        {
            pack.Broken(Refusals.EntryBroken, PackFormat.Journal);
            return 0;
        }
        var expected = 1L;
        var head = JournalFormat.Genesis(journal.Chain);
        foreach (var entry in journal.Entries)
        {
            if (entry.Number < expected)
            {
                pack.Broken(Refusals.EntryBroken, Piece(entry.Number));
                continue;
            }
            if (entry.Number > expected) pack.Broken(Refusals.EntryMissing, Piece(expected));
            var after = Take(pack, entry, entry.Number > expected ? null : head);
            (expected, head) = (entry.Number + 1, after);
        }
        return journal.Entries.Count;
    }

    // The hash of the entry, or null where it is broken: then there is nothing to compare the next one with.
    private static byte[]? Take(OpenedPack pack, PackedEntry entry, byte[]? head)
    {
        var (previous, stored, text) = (Hex(entry.Previous), Hex(entry.Hash), Base64(entry.Text));
        var read = text is null ? null : JournalText.Read(text);
        if (previous is null || stored is null || read is null || read.Chain != pack.Manifest.Chain
            || read.Number != entry.Number
            || !JournalFormat.Hash(previous, text!).AsSpan().SequenceEqual(stored))
        {
            pack.Broken(Refusals.EntryBroken, Piece(entry.Number));
            return null;
        }
        // The entry itself is sound: what does not fit is the one before it, and that one is named.
        if (head is not null && !previous.AsSpan().SequenceEqual(head))
            pack.Broken(Refusals.EntryBroken, Piece(Math.Max(entry.Number - 1, 1)));
        pack.Entries[entry.Number] = new(entry.Number, stored, read.Kind, read.Values);
        return stored;
    }

    private static string Piece(long number) => $"{PackFormat.Journal}#{number}";

    internal static byte[]? Hex(string text) =>
        text.Length == 2 * JournalFormat.HashBytes && text.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(text) : null;

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
