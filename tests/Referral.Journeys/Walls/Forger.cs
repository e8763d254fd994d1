using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts;
using Referral.Contracts.Agreements;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Network;

namespace Referral.Journeys.Walls;

/// <summary>Something false put into a letterbox.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Pouch">As the carrier brings it.</param>
/// <param name="Into">Whose letterbox.</param>
/// <param name="Kind">Kind of the journal entry it must leave there.</param>
/// <param name="Member">Member of that entry that names it by its hash.</param>
/// <param name="Sha256">The hash.</param>
/// <param name="Code">Why it is refused.</param>
internal sealed record Forgery(
    string Name, SealedPouch Pouch, string Into, string Kind, string Member, string Sha256, string Code)
{
    /// <summary>Whether the entry tells of it, or of one that cannot be told from it by its hash.</summary>
    public bool IsIn(Entry entry) => entry.Kind == Kind && entry.Says(Member, Sha256)
        && (entry.Says("code", Code) || entry.Says("reason", Code));

    /// <summary>Whether the same entry would tell of the other too.</summary>
    public bool LooksLike(Forgery other) =>
        (Into, Kind, Sha256, Code) == (other.Into, other.Kind, other.Sha256, other.Code);
}

/// <summary>
/// Vietnam with a program of its own: its keys and its user are real, what it says is not. It knows more than
/// a neighbour could (the sealed pouch T, and what lies in it), so that no wall rests on a secret.
/// </summary>
internal sealed class Forger(string folder, HeldPouch taken)
{
    private const string Us = WallCase.Forger;

    private readonly SealedPouch _taken = taken.Sealed;
    private readonly Letter _letter = taken.Letters.Single();
    private readonly TrustList _trust =
        TrustList.Read(Path.Combine(Members.DataFolder(folder, Us), TrustList.FileName));

    public IReadOnlyList<Forgery> All()
    {
        using var keys = GatewayKeys.CreateOrRead(Members.DataFolder(folder, Us), Us, TimeProvider.System);
        var flipped = Flipped(_taken.Token);
        return
        [
            Outer("(a) T with a byte flipped", _taken with { Token = flipped }, "REF-2417"),
            Outer("(a) the same, from Vietnam", _taken with { Token = flipped, From = Us }, "REF-2401"),
            Outer("(d) T for another receiver", _taken with { To = "CN" }, "REF-2417"),
            Outer("(d) the same, from Vietnam", _taken with { To = "CN", From = Us }, "REF-2402"),
            Outer("T itself, from Vietnam", _taken with { From = Us }, "REF-2402"),
            InThailandsName(keys.Signing),
            SameId(keys.Signing),
            Receipt("(e) a rejection by Vietnam", keys.Signing, Us,
                ("receipt-settles-nothing", "receipt", "REF-2414")),
            Receipt("(e) a rejection in Laos's name", keys.Signing, WallCase.Origin,
                ("receipt-unreadable", "jws_sha256", "REF-2403")),
        ];
    }

    private static Forgery Outer(string name, SealedPouch pouch, string code) =>
        new(name, pouch, WallCase.Origin, "pouch-unreadable", "token_sha256", Sha256(pouch.Token), code);

    private Forgery InThailandsName(Signer vietnam)
    {
        var jws = vietnam.Sign(_letter.ToByteArray(), JoseTypes.Letter);
        return new("(b) letter X from Thailand, signed by Vietnam", WithLetter(jws),
            WallCase.Origin, "letter-unreadable", "jws_sha256", Sha256(jws), "REF-2403");
    }

    private Forgery SameId(Signer vietnam)
    {
        var agreement = InstrumentBook.Shipped.Find("LA-VN-2010")!;
        var letter = _letter.Clone();
        letter.Head.FromCountry = Us;
        letter.Head.FromPost = "VN-HOME";
        letter.Head.AgreementId = agreement.Id;
        letter.Head.AgreementVersion = agreement.Version;
        letter.Head.AgreementRule = $"{agreement.Id}/{letter.Head.Kind}";
        var jws = vietnam.Sign(letter.ToByteArray(), JoseTypes.Letter);
        return new("(c) Vietnam's own letter with id X", WithLetter(jws),
            WallCase.Origin, "letter-refused", "letter_sha256", Sha256(jws), "REF-2411");
    }

    private Forgery Receipt(
        string name, Signer vietnam, string from, (string Kind, string Member, string Code) entry)
    {
        var receipt = new Receipt
        {
            ReceiptId = Guid.CreateVersion7().ToString(), FromCountry = from, ToCountry = WallCase.Host,
            PouchId = _taken.PouchId, At = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow),
        };
        receipt.Outcomes.Add(new Outcome
        {
            LetterId = _letter.Head.LetterId, State = RemState.RelayRejection, Code = "REF-2405",
            LetterSha256 = ByteString.CopyFrom(Convert.FromHexString(Sha256(taken.Tokens.Single()))),
        });
        var jws = vietnam.Sign(receipt.ToByteArray(), JoseTypes.Receipt);
        var pouch = Sealed(new Pouch { Receipts = { SignedTokens.Pack(jws) } }, WallCase.Host);
        return new(name, pouch, WallCase.Host, entry.Kind, entry.Member, Sha256(jws), entry.Code);
    }

    private SealedPouch WithLetter(string jws) =>
        Sealed(new Pouch { Letters = { SignedTokens.Pack(jws) } }, WallCase.Origin);

    private SealedPouch Sealed(Pouch pouch, string to)
    {
        (pouch.PouchId, pouch.FromCountry, pouch.ToCountry) = (Guid.CreateVersion7().ToString(), Us, to);
        var token = PouchSeal.Seal(PouchPadding.Pad(pouch, PouchLimits.Default.PadStepBytes),
            _trust.SealKey(to, DateTimeOffset.UtcNow)!);
        return new() { PouchId = pouch.PouchId, From = Us, To = to, Token = token };
    }

    // A character in the middle of the content; the form of the token stays whole.
    private static string Flipped(string token)
    {
        var at = (token.LastIndexOf('.') + token.IndexOf("..", StringComparison.Ordinal)) / 2;
        return string.Concat(token.AsSpan(0, at), token[at] == 'A' ? "B" : "A", token.AsSpan(at + 1));
    }

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
