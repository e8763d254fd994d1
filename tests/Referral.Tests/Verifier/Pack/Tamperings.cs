using System.Security.Cryptography;
using System.Text;
using Referral.Verifier;
using Referral.Verifier.Pack;

namespace Referral.Tests.Verifier.Pack;

/// <summary>What was done to a good pack, and the first broken piece that must be named.</summary>
/// <param name="Do">The one change.</param>
/// <param name="First">Code and beginning of the piece, where the manifest was left as it was.</param>
/// <param name="FirstSignedAnew">The same where the gateway's own key signed the manifest over it
/// again.</param>
internal sealed record Tampering(Action<PackUnderTest> Do, string First, string FirstSignedAnew);

/// <summary>A table: each line one tampering. Longer than a screen because it is one.</summary>
internal static class Tamperings
{
    public const string Holds = "holds";

    public static readonly IReadOnlyDictionary<string, Tampering> All = new Dictionary<string, Tampering>
    {
        ["byte flipped in a letter"] = new(p => Flip(p, p.Named("letters/XX")),
            "REF-2607 letters/XX-0001", "REF-2608 letters/XX-0001"),
        ["letter signed by a stranger"] = new(p => Resign(p, p.Named("letters/XX"), p.Stranger),
            "REF-2607 letters/XX-0001", "REF-2609 letters/XX-0001"),
        ["letter of another referral"] = new(
            p => p.Put(p.X, PackUnderTest.Written(p.X, "YY", 2, "RC-XX-YY-2026-000002-0")),
            "REF-2606 letters/XX-0002", "REF-2610 letters/XX-0002"),
        ["letter to another country"] = new(p => p.Put(p.X, PackUnderTest.Written(p.X, "ZZ", 2)),
            "REF-2606 letters/XX-0002", "REF-2610 letters/XX-0002"),
        ["letter that the journal does not know"] = new(p => p.Put(p.X, PackUnderTest.Written(p.X, "YY", 2)),
            "REF-2606 letters/XX-0002", "REF-2615 letters/XX-0002"),
        ["receipts swapped"] = new(p => Swap(p, p.Named("receipts/XX"), p.Named("receipts/YY")),
            "REF-2607 receipts/XX", "REF-2607 receipts/XX"),
        ["receipt of another letter"] = new(p => p.Receipt(p.Y, "another letter"u8.ToArray()),
            "REF-2606 receipts/YY", "REF-2611 receipts/YY"),
        ["receipt stripped"] = new(p => p.Parts.Remove(p.Named("receipts/YY")),
            "REF-2605 receipts/YY", "REF-2614 journal.json#2"),
        ["letter exchanged for a receipt"] = new(
            p => p.Put(p.Named("letters/XX"), p.Parts[p.Named("receipts/XX")]),
            "REF-2607 letters/XX-0001", "REF-2608 letters/XX-0001"),
        ["letter removed"] = new(p => p.Parts.Remove(p.Named("letters/YY")),
            "REF-2605 letters/YY-0001", "REF-2614 journal.json#4"),
        ["entry removed"] = new(p => Journal(p, () => p.Entries.RemoveAt(2)),
            "REF-2607 journal.json", "REF-2613 journal.json#3"),
        ["entries reordered"] = new(p => Journal(p, () => p.Entries.Reverse(2, 2)),
            "REF-2607 journal.json", "REF-2613 journal.json#3"),
        ["entry repeated"] = new(p => Journal(p, () => p.Entries.Insert(3, p.Entries[2])),
            "REF-2607 journal.json", "REF-2612 journal.json#3"),
        ["entry changed"] = new(p => Journal(p, () => p.Entries[2] = Changed(p.Entries[2])),
            "REF-2607 journal.json", "REF-2612 journal.json#3"),
        ["entry changed with its hash"] = new(p => Journal(p, () => p.Entries[2] = Rehashed(p.Entries[2])),
            "REF-2607 journal.json", "REF-2612 journal.json#3"),
        ["first entries cut off"] = new(p => Journal(p, () => p.Entries.RemoveRange(0, 2)),
            "REF-2607 journal.json", "REF-2613 journal.json#1"),
        ["sealed entry cut off at the end"] = new(p => Journal(p, () => p.Entries.RemoveRange(4, 2)),
            "REF-2607 journal.json", "REF-2611 receipts/XX"),
        ["wrong proof"] = new(
            p => Proofs(p, () => p.Proofs[1] = p.Proofs[1] with { Path = p.Proofs[0].Path }),
            "REF-2607 proofs.json", "REF-2616 proofs.json#2"),
        ["proof of another entry"] = new(
            p => Proofs(p, () => p.Proofs[1] = p.Proofs[2] with { Number = 2 }),
            "REF-2607 proofs.json", "REF-2616 proofs.json#2"),
        ["proof missing"] = new(p => Proofs(p, () => p.Proofs.RemoveAt(1)),
            "REF-2607 proofs.json", "REF-2616 proofs.json#2"),
        ["checkpoint changed"] = new(p => Flip(p, PackFormat.CheckpointName(2)),
            "REF-2607 checkpoints/00000002", "REF-2608 checkpoints/00000002"),
        ["checkpoint by another country's key"] = new(p => Resign(p, PackFormat.CheckpointName(2), p.Y),
            "REF-2607 checkpoints/00000002", "REF-2609 checkpoints/00000002"),
        ["checkpoint by a stranger's key"] = new(p => Resign(p, PackFormat.CheckpointName(2), p.Stranger),
            "REF-2607 checkpoints/00000002", "REF-2609 checkpoints/00000002"),
        ["checkpoint sealed anew"] = new(p => p.Put(PackFormat.CheckpointName(1), PackUnderTest.Checkpoint(
                p.X, 1, CheckpointFormat.NoPrevious, new byte[32])),
            "REF-2607 checkpoints/00000001", "REF-2617 checkpoints/00000002"),
        ["witness changed"] = new(p => Flip(p, p.Named("witnesses/")),
            "REF-2607 witnesses/YY-00000007", "REF-2608 witnesses/YY-00000007"),
        ["witness under another number"] = new(
            p => Rename(p, p.Named("witnesses/"), PackFormat.WitnessName("YY", 8)),
            "REF-2605 witnesses/YY-00000007", "REF-2617 witnesses/YY-00000008"),
        ["own checkpoint came back other"] = new(p => p.Put(PackFormat.WitnessName("XX", 1),
                PackUnderTest.Checkpoint(p.X, 1, CheckpointFormat.NoPrevious, new byte[32])),
            "REF-2606 witnesses/XX-00000001", "REF-2617 witnesses/XX-00000001"),
        ["other trust list"] = new(p => p.Trust = PackUnderTest.TrustOf(1, p.Stranger.Listed(), p.Y.Listed()),
            "REF-2609 manifest.jws", "REF-2609 manifest.jws"),
        ["no trust list"] = new(p => p.Trust = "{}"u8.ToArray(),
            "REF-2603 trust.json", "REF-2603 trust.json"),
        ["journal is none"] = new(p => p.Put(PackFormat.Journal, "{\"chain\":1}"u8.ToArray()),
            "REF-2607 journal.json", "REF-2612 journal.json"),
        ["entry without its hash"] = new(p => p.Put(PackFormat.Journal, Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(p.Parts[PackFormat.Journal]).Replace("\"hash\"", "\"hush\""))),
            "REF-2607 journal.json", "REF-2612 journal.json"),
        ["proofs are none"] = new(p => p.Put(PackFormat.Proofs, "[]"u8.ToArray()),
            "REF-2607 proofs.json", "REF-2616 proofs.json"),
        ["letter that is no message"] = new(p => p.Put(p.Named("letters/XX"),
                p.X.Sign([0x0A, 0xFF, 0x01], PackFormat.LetterTyp)),
            "REF-2607 letters/XX-0001", "REF-2610 letters/XX-0001"),
        ["receipt that is no message"] = new(p => NoMessage(p, p.Y),
            "REF-2606 receipts/YY", "REF-2611 receipts/YY"),
        ["manifest that is none"] = new(
            p => p.Put(PackFormat.Manifest, p.X.Sign("{}"u8.ToArray(), PackFormat.ManifestTyp)),
            "REF-2602 manifest.jws", Holds),
        ["part missing"] = new(p => p.Parts.Remove(PackFormat.Proofs),
            "REF-2605 proofs.json", "REF-2605 proofs.json"),
        ["extra part"] = new(p => p.Put("note.txt", "invented"u8.ToArray()), "REF-2606 note.txt", Holds),
        ["summary changed"] = new(p => p.Parts[PackFormat.Summary][3] ^= 1, "REF-2607 summary.html", Holds),
        ["manifest missing"] = new(p => p.Parts.Remove(PackFormat.Manifest), "REF-2605 manifest.jws", Holds),
        ["manifest by a stranger"] = new(p => p.Sign(p.Stranger), "REF-2609 manifest.jws", Holds),
        ["manifest by the other country"] = new(p => p.Sign(p.Y), "REF-2609 manifest.jws", Holds),
        ["manifest of the other country"] = new(p => p.Sign(p.X, "YY"), "REF-2609 manifest.jws", Holds),
    };

    private static void Flip(PackUnderTest pack, string name)
    {
        var part = (byte[])pack.Parts[name].Clone();
        var at = Array.IndexOf(part, (byte)'.') + 9;
        part[at] = part[at] == (byte)'A' ? (byte)'B' : (byte)'A';
        pack.Put(name, part);
    }

    private static void Resign(PackUnderTest pack, string name, PackMember signer)
    {
        var typ = name.StartsWith("letters/", StringComparison.Ordinal)
            ? PackFormat.LetterTyp : CheckpointFormat.Typ;
        var payload = Encoding.ASCII.GetString(pack.Parts[name]).Split('.')[1];
        pack.Put(name, signer.Sign(System.Buffers.Text.Base64Url.DecodeFromChars(payload), typ));
    }

    private static void NoMessage(PackUnderTest pack, PackMember signer)
    {
        var token = signer.Sign([7], PackFormat.ReceiptTyp);
        pack.Put(PackFormat.ReceiptName(signer.Code, Encoding.ASCII.GetString(token)), token);
    }

    private static void Swap(PackUnderTest pack, string one, string other) =>
        (pack.Parts[one], pack.Parts[other]) = (pack.Parts[other], pack.Parts[one]);

    private static void Rename(PackUnderTest pack, string from, string to)
    {
        pack.Put(to, pack.Parts[from]);
        pack.Parts.Remove(from);
    }

    private static void Journal(PackUnderTest pack, Action change)
    {
        change();
        pack.WriteJournal();
    }

    private static void Proofs(PackUnderTest pack, Action change)
    {
        change();
        pack.WriteProofs();
    }

    private static PackedEntry Changed(PackedEntry entry)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(entry.Text))
            .Replace("section", "sectiom", StringComparison.Ordinal);
        return entry with { Text = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) };
    }

    private static PackedEntry Rehashed(PackedEntry entry)
    {
        var changed = Changed(entry);
        byte[] hashed = [.. Convert.FromHexString(entry.Previous), .. Convert.FromBase64String(changed.Text)];
        return changed with { Hash = Convert.ToHexStringLower(SHA256.HashData(hashed)) };
    }
}
