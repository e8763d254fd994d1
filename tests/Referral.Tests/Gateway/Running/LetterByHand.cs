using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts;
using Referral.Contracts.Agreements;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;
using Referral.Tests.Gateway.CaseFile;

namespace Referral.Tests.Gateway.Running;

/// <summary>
/// Letters that a neighbour's gateway would never write, written with its real keys and brought to a real
/// border. The persons in them are invented. Sender is Thailand and receiver Laos, unless a test says
/// otherwise.
/// </summary>
internal sealed class LetterByHand(RunningGateways gateways, string from = "TH", string to = "LA")
{
    private static int _sequence = 500_000;

    public string From => from;

    public string To => to;

    /// <summary>A referral number that the sender's own gateway has not given yet.</summary>
    public string NewReferral() =>
        ReferralNumber.Make(from, to, 2026, Interlocked.Increment(ref _sequence)).ToString();

    /// <summary>A good notice.</summary>
    public Letter Notice(string referral, uint number = 1)
    {
        var person = InventedPerson.Person();
        return Complete(referral, number, "M01", new Letter
        {
            VictimIdentificationNotice = new()
            {
                Name = person.Name, Sex = "F", Birth = person.Birth, Acts = { "RECRUIT" },
                    Means = { "DECEPTION" },
                Purposes = { "FORCED_LABOUR" }, IdentifiedBy = $"{from}-POLICE", IdentifiedOn = "2025-07-15",
            },
        });
    }

    public Letter Request(string referral, uint number)
    {
        var person = InventedPerson.Person();
        return Complete(referral, number, "M03", new Letter
        {
            NationalityVerificationRequested = new() { Name = person.Name, Sex = "F", Birth = person.Birth },
        });
    }

    public Letter Tracing(string referral, uint number) => Complete(referral, number, "M05", new Letter
    {
        FamilyTracingRequested = new() { PlaceOfOrigin = InventedPerson.Family().PlaceOfOrigin },
    });

    public Letter Void(string referral, uint number) =>
        Complete(referral, number, "VOID", new Letter { Void = new LetterVoid() });

    public Letter Complete(string referral, uint number, string kind, Letter body)
    {
        var agreement = InstrumentBook.Shipped.Between(from, to)
            .FirstOrDefault(i => i.Kind == "BILATERAL_TIP" && i.Operated)
            ?? InstrumentBook.Shipped.Between(from, to).First(i => i.Kind == "BILATERAL_TIP");
        var now = DateTimeOffset.UtcNow;
        body.Head = new Letterhead
        {
            LetterId = Guid.CreateVersion7().ToString("D"), Kind = kind, Referral = referral, Number = number,
            FromCountry = from, FromPost = $"{from}-HOME", ToCountry = to, ToPost = $"{to}-HOME",
            AgreementId = agreement.Id, AgreementVersion = agreement.Version,
            AgreementRule = $"{agreement.Id}/{kind}",
            Purpose = "VICTIM_IDENTIFICATION", DataClass = "P3", SchemaVersion = 1,
            WrittenAt = Timestamp.FromDateTimeOffset(now), ExpiresAt = Timestamp.FromDateTimeOffset(
                now.AddDays(30)),
        };
        return body;
    }

    public string Sign(IMessage letter, string? signer = null) =>
        gateways.Identity(signer ?? from).Keys.Signing.Sign(letter.ToByteArray(), JoseTypes.Letter);

    public Task Bring(params Letter[] letters) => BringSigned([.. letters.Select(l => Sign(l))]);

    /// <summary>Brings signed letters in one pouch and waits until the receiver has taken it.</summary>
    public Task BringSigned(params string[] signed)
    {
        var pouch = new Pouch
        {
            PouchId = Guid.CreateVersion7()
                .ToString("D"), FromCountry = from, ToCountry = to,
            Letters = { signed.Select(SignedTokens.Pack) },
        };
        return Bring(pouch, from);
    }

    public Task Bring(Pouch pouch, string? carrierSays)
    {
        var key = gateways.Identity(from).Trust.SealKey(to, DateTimeOffset.UtcNow)!;
        var token = PouchSeal.Seal(PouchPadding.Pad(pouch, PouchLimits.Default.PadStepBytes), key);
        return gateways.Host(to).Arrivals.Receive(
            new SealedPouch { PouchId = pouch.PouchId, From = pouch.FromCountry, To = pouch.ToCountry,
                Token = token },
            carrierSays, CancellationToken.None);
    }

    /// <summary>What stands in the receiver's inbox of a signed letter; null for nothing.</summary>
    public Task<LetterInRow?> Row(string signed)
    {
        var sha256 = Sha256(signed);
        return gateways.Rows(
            to, db => db.LettersIn.AsNoTracking().SingleOrDefaultAsync(l => l.Sha256 == sha256));
    }

    public static string Sha256(string signed) => Convert.ToHexStringLower(Signatures.Sha256Of(signed));

    /// <summary>The receiver's signed receipts that speak of these letters, oldest first, verified.</summary>
    public async Task<IReadOnlyList<Receipt>> Receipts(string signed)
    {
        var hash = Signatures.Sha256Of(signed);
        var rows = await gateways.Rows(to, db => db.Receipts.AsNoTracking()
            .Where(r => r.Direction == "sent" && r.Country == from).OrderBy(r => r.ReceiptId).ToListAsync());
        var trust = gateways.Identity(from).Trust;
        return
        [
            // What a key signed that was revoked since says nothing any more.
            .. rows.Select(r => Signatures.Verify(r.Jws, JoseTypes.Receipt, trust, DateTimeOffset.UtcNow))
                .Where(signed => !signed.Refused).Select(signed => signed.Outcome)
                .Select(s => Receipt.Parser.ParseFrom(s.Payload))
                .Where(r => r.Outcomes.Any(o => o.LetterSha256.Span.SequenceEqual(hash))
                    || r.Unreadable.Any(u => u.TokenSha256.Span.SequenceEqual(hash))),
        ];
    }

    /// <summary>State and code that the one receipt of a letter tells.</summary>
    public async Task<(RemState State, string Code)> Told(string signed)
    {
        var hash = Signatures.Sha256Of(signed);
        var outcome = (await Receipts(signed))
            .Single().Outcomes.Single(o => o.LetterSha256.Span.SequenceEqual(hash));
        return (outcome.State, outcome.Code);
    }
}
