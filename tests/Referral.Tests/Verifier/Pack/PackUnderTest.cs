using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Verifier;
using Referral.Verifier.Pack;

namespace Referral.Tests.Verifier.Pack;

/// <summary>
/// A small pack of an invented referral between the invented countries "XX", which made it, and
/// "YY": a letter each way, a receipt each way, six entries under two checkpoints, the last not sealed, one
/// witness. Tests break one thing.
/// </summary>
internal sealed class PackUnderTest : IDisposable
{
    public const string Referral = "RC-XX-YY-2026-000001-0";
    public const string Chain = "case/00000000000000000000000000000001";

    /// <summary>When the first entry was written; the checkpoints follow by the minute.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 4, 5, 6, TimeSpan.Zero);

    public PackUnderTest()
    {
        Trust = TrustOf(1, X.Listed(), Y.Listed());
        var (ours, theirs) = (Letter(X, Y, 1), Letter(Y, X, 1));
        var (got, gave) = (Receipt(Y, ours), Receipt(X, theirs));
        Add("letter-written", ours, null);
        Add("receipt-received", ours, got);
        Add("section-written", null, null);
        Add("letter-admitted", theirs, null);
        Add("receipt-sent", theirs, gave);
        Add("event", null, null);
        Seal(1, 0, 3);
        Seal(2, 3, 5);
        Put(PackFormat.WitnessName("YY", 7), Checkpoint(Y, 7, new byte[32], new byte[32]));
        Parts[PackFormat.Summary] = Encoding.UTF8.GetBytes("<p>invented</p>");
        WriteJournal();
        WriteProofs();
    }

    public PackMember X { get; } = new("XX");

    public PackMember Y { get; } = new("YY");

    /// <summary>On no trust list.</summary>
    public PackMember Stranger { get; } = new("XX");

    public SortedDictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    public List<PackedEntry> Entries { get; } = [];

    public List<PackedProof> Proofs { get; } = [];

    public byte[] Trust { get => Parts[PackFormat.Trust]; set => Parts[PackFormat.Trust] = value; }

    public static byte[] TrustOf(int version, params object[] members) =>
        JsonSerializer.SerializeToUtf8Bytes(new { version, members });

    public string Named(string start) =>
        Parts.Keys.First(name => name.StartsWith(start, StringComparison.Ordinal));

    public void Put(string name, byte[] part) => Parts[name] = part;

    public string Put(PackMember signer, Letter letter)
    {
        var token = signer.Sign(letter.ToByteArray(), PackFormat.LetterTyp);
        var name = PackFormat.LetterName(signer.Code, letter.Head.Number, Encoding.ASCII.GetString(token));
        Put(name, token);
        return name;
    }

    public static Letter Written(PackMember from, string to, uint number, string referral = Referral) => new()
    {
        Head = new()
        {
            LetterId = $"{from.Code}-{number}", Kind = "M01", Referral = referral, Number = number,
            FromCountry = from.Code, ToCountry = to,
        },
    };

    public byte[] Receipt(PackMember signer, byte[] letter, string id = "receipt")
    {
        var receipt = new Receipt
        {
            ReceiptId = id, FromCountry = signer.Code,
            At = Timestamp.FromDateTimeOffset(Start.AddSeconds(30)),
        };
        receipt.Outcomes.Add(new Outcome { LetterId = "another", State = RemState.Delivery });
        receipt.Outcomes.Add(new Outcome
        {
            LetterId = "letter", LetterSha256 = ByteString.CopyFrom(SHA256.HashData(letter)),
            State = RemState.Delivery,
        });
        var token = signer.Sign(receipt.ToByteArray(), PackFormat.ReceiptTyp);
        Put(PackFormat.ReceiptName(signer.Code, Encoding.ASCII.GetString(token)), token);
        return token;
    }

    public static byte[] Checkpoint(PackMember signer, long number, byte[] previous, byte[] root) =>
        Encoding.ASCII.GetBytes(CheckpointFormat.Sign(
            signer.Key, signer.Kid, new(signer.Code, number, Start.AddMinutes(number), previous, root)));

    public void WriteJournal() => Put(PackFormat.Journal, new PackedJournal(Chain, Entries).Write());

    public void WriteProofs() => Put(PackFormat.Proofs, new PackedProofs(Proofs).Write());

    /// <summary>Signs the manifest over the parts as they are now.</summary>
    public void Sign(PackMember? signer = null, string country = "XX")
    {
        Parts.Remove(PackFormat.Manifest);
        var manifest = new PackManifest(
            PackFormat.Version, Referral, country, country == "XX" ? "YY" : "XX", Chain,
            "2026-03-02T00:00:00.000Z", ["en"],
            Parts.ToDictionary(one => one.Key, one => PackFormat.Hash(one.Value)));
        Put(PackFormat.Manifest, (signer ?? X).Sign(manifest.Write(), PackFormat.ManifestTyp));
    }

    public MemoryStream Zip()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in Parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }
        file.Position = 0;
        return file;
    }

    public void Dispose()
    {
        foreach (var member in new[] { X, Y, Stranger }) member.Dispose();
    }

    private byte[] Letter(PackMember from, PackMember to, uint number) =>
        Parts[Put(from, Written(from, to.Code, number))];

    private void Add(string kind, byte[]? letter, byte[]? receipt)
    {
        var head = Entries.Count == 0 ? ChainHead.Start(Chain)
            : new(Chain, Entries.Count, Convert.FromHexString(Entries[^1].Hash));
        var values = new List<KeyValuePair<string, string>>();
        if (receipt is not null)
            values.AddRange([new("receipt_id", "receipt"), new("receipt_sha256", PackFormat.Hash(receipt)),
                new("letter_id", "letter"), new("state", "6")]);
        if (letter is not null) values.Add(new("letter_sha256", PackFormat.Hash(letter)));
        var entry = JournalEntry.After(head, Start.AddSeconds(Entries.Count), kind, values);
        Entries.Add(new(entry.Number, Convert.ToHexStringLower(entry.Previous),
            Convert.ToHexStringLower(entry.Hash), Convert.ToBase64String(entry.Text)));
    }

    // An entry of another case stands between ours: of it the proofs tell a hash.
    private void Seal(long number, int from, int to)
    {
        var leaves = Entries[from..to].Select(one => Convert.FromHexString(one.Hash)).ToList();
        leaves.Insert(1, SHA256.HashData("another case"u8));
        var previous = number == 1 ? CheckpointFormat.NoPrevious
            : SHA256.HashData(Parts[PackFormat.CheckpointName(number - 1)]);
        Put(PackFormat.CheckpointName(number), Checkpoint(X, number, previous, MerkleTree.Root(leaves)));
        for (var at = from; at < to; at++)
        {
            var proof = MerkleTree.Prove(leaves, at == from ? 0 : at - from + 1);
            Proofs.Add(new(at + 1, number, proof.Index, proof.Size,
                [.. proof.Path.Select(Convert.ToHexStringLower)]));
        }
    }
}
