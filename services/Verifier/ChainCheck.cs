namespace Referral.Verifier;

/// <summary>
/// Follows every chain entry by entry. Keeps one head a chain and nothing of the entries before it. At most
/// one finding an entry, the most telling one, so that one flipped byte does not read like a hundred.
/// </summary>
internal sealed class ChainCheck(FindingList findings)
{
    private readonly Dictionary<string, Head> heads = new(StringComparer.Ordinal);

    public long Chains => heads.Count;

    /// <summary>
    /// Checks the entry at this place in the stream. Gives its hash as computed, and its text where the
    /// entry is sound.
    /// </summary>
    public (byte[] Computed, JournalText? Text) Take(StoredEntry entry, long place)
    {
        var head = heads.GetValueOrDefault(entry.Chain);
        var computed = entry.Previous.Length == JournalFormat.HashBytes
            ? JournalFormat.Hash(entry.Previous, entry.Text)
            : [];
        var inPlace = CheckNumber(entry, head, place);
        var text = JournalText.Read(entry.Text);
        var broken = BrokenHash(entry, computed, inPlace ? head : null)
            ?? BrokenText(entry, text)
            ?? (inPlace ? BrokenLink(entry, head) : null);
        if (broken is not null)
            findings.Entry(place, Refusals.EntryBroken, (entry.Chain, entry.Number), broken);
        // An entry out of order leaves the head where it is: those after it build on the later one.
        if (head is null || entry.Number > head.Number)
            heads[entry.Chain] = new(entry.Number, place, entry.Hash, broken is not null);
        return (computed, broken is null ? text : null);
    }

    private bool CheckNumber(StoredEntry entry, Head? head, long place)
    {
        var expected = (head?.Number ?? 0) + 1;
        if (entry.Number > expected)
        {
            var upTo = entry.Number - 1 > expected ? $", and all up to {entry.Number - 1}" : "";
            // Listed where it should stand: before any checkpoint that is broken because it is gone.
            findings.Entry(head?.Place ?? 0, Refusals.EntryBroken, (entry.Chain, expected),
                $"it is missing{upTo}; the chain goes on with entry {entry.Number}");
        }
        else if (entry.Number < expected)
            findings.Entry(place, Refusals.EntryBroken, (entry.Chain, entry.Number),
                $"it comes after entry {expected - 1}, so it is repeated or out of order");
        return entry.Number == expected;
    }

    private static string? BrokenHash(StoredEntry entry, byte[] computed, Head? head)
    {
        if (computed.AsSpan().SequenceEqual(entry.Hash)) return null;
        // With the true hash before it the entry is right again: then only its link was changed.
        var before = head?.Stored ?? JournalFormat.Genesis(entry.Chain);
        return before.Length == JournalFormat.HashBytes
            && JournalFormat.Hash(before, entry.Text).AsSpan().SequenceEqual(entry.Hash)
            ? "the hash it says it builds on is not the one of the entry before it"
            : "its text does not give the hash that is stored with it";
    }

    private static string? BrokenText(StoredEntry entry, JournalText? text)
    {
        if (text is null) return "its text is not written as a journal entry";
        return text.Chain != entry.Chain || text.Number != entry.Number
            ? "its text says another chain or number than its row"
            : null;
    }

    // The entry itself is sound here: so what does not fit is the one before it, and that one is named.
    private string? BrokenLink(StoredEntry entry, Head? head)
    {
        var before = head?.Stored ?? JournalFormat.Genesis(entry.Chain);
        if (entry.Previous.AsSpan().SequenceEqual(before)) return null;
        if (head is null) return "it does not build on the beginning of its chain";
        if (!head.Broken)
            findings.Entry(head.Place, Refusals.EntryBroken, (entry.Chain, head.Number),
                $"its text does not give the hash that entry {entry.Number} builds on");
        return null;
    }

    private sealed record Head(long Number, long Place, byte[] Stored, bool Broken);
}
