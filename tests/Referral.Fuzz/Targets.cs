using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Tests.Gateway.Border;
using Referral.Verifier;
using Referral.Verifier.Pack;

namespace Referral.Fuzz;

/// <summary>
/// What reads a stranger's bytes, each by a name. An exception that leaves one is a finding. Content behind a
/// seal or a signature is sealed and signed here, with the keys of an invented network.
/// </summary>
public static class Targets
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    private static readonly ECDsa CheckpointKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Each target takes any bytes at all.</summary>
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } =
        new Dictionary<string, Action<byte[]>>
    {
        ["token"] = Token,
        ["pouch"] = Sealed,
        ["letter"] = Letter,
        ["receipt"] = Receipt,
        ["jws"] = Jws,
        ["checkpoint"] = Checkpoint,
        ["journal"] = Journal,
        ["trust"] = Trust,
        ["pack-file"] = file => PackCheck.Run(new MemoryStream(file)),
        ["pack-part"] = PackTargets.Part,
    };

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static Opened Open(string token) => Network.Open(
        new SealedPouch { PouchId = "id", From = "XB", To = "XA", Token = token }, "XB");

    // Anybody who may write to the letterbox.
    private static void Token(byte[] bytes) => Open(Text(bytes));

    // A neighbour whose seal holds.
    private static void Sealed(byte[] pouch) =>
        Judge(Open(PouchSeal.Seal(pouch, Network.Trust.SealKey("XA", ThreeCountries.Now)!)));

    // A neighbour whose signature holds.
    private static void Letter(byte[] letter) =>
        Judge(Network.Open(Network.Seal("XB", "XA", [Signed(letter, JoseTypes.Letter)]), "XB"));

    private static void Receipt(byte[] receipt) =>
        Judge(Network.Open(Network.Seal("XB", "XA", [], [Signed(receipt, JoseTypes.Receipt)]), "XB"));

    private static string Signed(byte[] payload, string typ) => Network.Of("XB").Signing.Sign(payload, typ);

    private static void Judge(Opened opened)
    {
        if (opened.Pouch.Refused) return;
        foreach (var letter in opened.Pouch.Outcome.Letters.Where(one => !one.Content.Refused))
            Taken(letter.Content.Outcome);
        foreach (var receipt in opened.Pouch.Outcome.Receipts.Where(one => !one.Content.Refused))
            foreach (var outcome in receipt.Content.Outcome.Receipt.Outcomes)
                ReceiptMatch.Of("XB", outcome, new DueLetter(
                    outcome.LetterId, "XB", outcome.LetterSha256.ToByteArray(),
                    RemState.SubmissionAcceptance));
    }

    // As far as a letter goes without a database: judged, kept, read again, shown to an officer.
    private static void Taken(OpenedLetter opened)
    {
        var verdict = Admission.Of(opened, ThreeCountries.Known());
        var letter = LetterText.Read(opened.Jws);
        LetterText.KidOf(opened.Jws);
        if (letter.Head is not null)
        {
            HeadWords.KindOf(letter.Head);
            HeadWords.ReferralOf(letter.Head);
        }

        if (verdict is Verdict.Admit)
            FieldViews.Of([letter], "th", "lo");
    }

    private static void Jws(byte[] bytes)
    {
        var token = Text(bytes);
        foreach (var typ in new[] { JoseTypes.Letter, JoseTypes.Receipt })
            Signatures.Verify(token, typ, Network.Trust, ThreeCountries.Now);
    }

    private static void Checkpoint(byte[] bytes)
    {
        CheckpointFormat.Open(Text(bytes), _ => CheckpointKey);
        var headers = new Dictionary<string, object> { ["kid"] = "k", ["typ"] = CheckpointFormat.Typ };
        CheckpointFormat.Open(
            Jose.JWT.EncodeBytes(bytes, CheckpointKey, Jose.JwsAlgorithm.ES256, headers), _ => CheckpointKey);
    }

    // What stands in a database that somebody else wrote to.
    private static void Journal(byte[] text) => JournalCheck.Run(new()
    {
        Country = "XX",
        Entries =
        [
            new(1, "a", 1, JournalFormat.Genesis("a"), text,
                JournalFormat.Hash(JournalFormat.Genesis("a"), text), 1),
            new(2, "a", 2, text, text, text, null),
        ],
        Checkpoints = [new(1, Text(text)), new(1, "")],
        KeyOf = _ => CheckpointKey,
        RecordsHeld = new HashSet<string>(),
        Witnessed = [new("YY", 1, text)],
    });

    private static void Trust(byte[] bytes)
    {
        SignedTrust.Open(bytes);
        SignedTrust.Open(Encoding.UTF8.GetBytes(
            $$"""{"versions":[{"payload":"{{StrictBase64Url.Encode(bytes)}}","signatures":[]}]}"""));
    }
}
