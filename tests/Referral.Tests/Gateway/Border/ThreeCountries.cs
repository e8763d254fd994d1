using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Repatriation;

namespace Referral.Tests.Gateway.Border;

/// <summary>
/// An invented network of XA, XB and XC, all with keys; XA is "us" unless a test says otherwise.
/// </summary>
internal sealed class ThreeCountries
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    internal static readonly ThreeCountries Shared = new();

    private readonly Dictionary<string, GatewayKeySet> _keys = [];

    private ThreeCountries()
    {
        foreach (var code in new[] { "XA", "XB", "XC" })
            _keys[code] = Keys(code);
        Trust = new TrustList(1, [.. _keys.Select(k => Member(k.Key, k.Value))]);
    }

    internal TrustList Trust { get; }

    internal static ReferralNumber FromXb { get; } = ReferralNumber.Make("XB", "XA", 2026, 1);

    internal GatewayKeySet Of(string country) => _keys[country];

    internal static Member Member(string code, GatewayKeySet keys) => keys.Published(
        new Referral.Gateway.Country(code, "en", "gregorian", "given-family", 7, [], []));

    internal static GatewayKeySet Keys(string code) => new(
        code,
        [KeyFile.Create(code, MemberKey.Sign, Now.AddDays(-10), Now.AddDays(10))],
        [KeyFile.Create(code, MemberKey.Seal, Now.AddDays(-10), Now.AddDays(10))],
        RandomNumberGenerator.GetBytes(32),
        Now);

    /// <summary>A good first letter from XB to XA.</summary>
    internal static Letter Letter() => new()
    {
        Head = new Letterhead
        {
            LetterId = Guid.CreateVersion7().ToString("D"),
            Kind = "M02",
            Referral = FromXb.ToString(),
            Number = 1,
            FromCountry = "XB",
            ToCountry = "XA",
            SchemaVersion = 1,
            WrittenAt = Timestamp.FromDateTimeOffset(Now.AddMinutes(-1)),
            ExpiresAt = Timestamp.FromDateTimeOffset(Now.AddDays(30)),
        },
        NoticeAcknowledged = new NoticeAcknowledged(),
    };

    internal string Sign(string country, IMessage content, string typ = JoseTypes.Letter) =>
        Of(country).Signing.Sign(content.ToByteArray(), typ);

    internal OpenedLetter Opened(string signer, Letter letter)
    {
        var jws = Sign(signer, letter);
        return new OpenedLetter(signer, Of(signer).Signing.Kid, Signatures.Sha256Of(jws), jws, letter);
    }

    internal static Known Known(string from = "XB") => new("XA", from, [1], Now, null, 1, false, false);

    internal SealedPouch Seal(string from, string to, string[] letters, string[]? receipts = null)
    {
        var pouch = new Pouch
        {
            PouchId = Guid.CreateVersion7().ToString("D"), FromCountry = from, ToCountry = to,
            Letters = { letters.Select(SignedTokens.Pack) },
            Receipts = { (receipts ?? []).Select(SignedTokens.Pack) }, Checkpoint = "checkpoint",
        };
        return Seal(pouch);
    }

    internal SealedPouch Seal(Pouch pouch) => new()
    {
        PouchId = pouch.PouchId, From = pouch.FromCountry, To = pouch.ToCountry,
        Token = PouchSeal.Seal(PouchPadding.Pad(pouch, 256), Trust.SealKey(pouch.ToCountry, Now)!),
    };

    internal Opened Open(SealedPouch pouch, string? carrier) =>
        PouchOpening.Open(pouch, carrier, "XA", Of("XA").Opening, Trust, Now);
}
