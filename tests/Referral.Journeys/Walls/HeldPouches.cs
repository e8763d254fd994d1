using System.Buffers.Text;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Network;

namespace Referral.Journeys.Walls;

/// <summary>A pouch in the test's hand, and what lies in it: the test holds everybody's keys.</summary>
internal sealed record HeldPouch(SealedPouch Sealed, Pouch Inside)
{
    /// <summary>Its letters as signed.</summary>
    public IReadOnlyList<string> Tokens => [.. Inside.Letters.Select(SignedTokens.Unpack)];

    public IReadOnlyList<Letter> Letters { get; } =
        [.. Inside.Letters.Select(SignedTokens.Unpack).Select(LetterText.Read)];

    public IReadOnlyList<SignedReceipt> Receipts { get; } =
        [.. Inside.Receipts.Select(SignedTokens.Unpack).Select(jws =>
            new SignedReceipt(jws, Receipt.Parser.ParseFrom(Payload(jws))))];

    /// <summary>The receipts in it that say something of this letter.</summary>
    public IEnumerable<SignedReceipt> About(string letterId) =>
        Receipts.Where(one => one.Receipt.Outcomes.Any(outcome => outcome.LetterId == letterId));

    private static byte[] Payload(string jws) => Base64Url.DecodeFromChars(jws.Split('.')[1]);
}

/// <summary>A receipt as signed and as read.</summary>
internal sealed record SignedReceipt(string Jws, Receipt Receipt);

/// <summary>The pouches that were taken from the held line, in their order.</summary>
internal sealed class HeldPouches(string folder)
{
    private readonly Lock _turn = new();
    private readonly List<HeldPouch> _all = [];
    private readonly HashSet<HeldPouch> _given = [];

    /// <summary>All that were ever held, given out or not.</summary>
    public IReadOnlyList<HeldPouch> All
    {
        get
        {
            lock (_turn) return [.. _all];
        }
    }

    public void Add(SealedPouch pouch)
    {
        var held = new HeldPouch(pouch, Open(pouch));
        lock (_turn) _all.Add(held);
    }

    /// <summary>The first pouch from this country that was not given out yet and is the wanted one.</summary>
    public async Task<HeldPouch> Next(string from, string what, Func<HeldPouch, bool> wanted)
    {
        HeldPouch? found = null;
        await Patience.Until(
            $"a pouch from {from} with {what}", () => (found = Take(from, wanted)) is not null);
        return found!;
    }

    private HeldPouch? Take(string from, Func<HeldPouch, bool> wanted)
    {
        lock (_turn)
        {
            var next = _all.Find(one => one.Sealed.From == from && !_given.Contains(one) && wanted(one));
            if (next is not null) _given.Add(next);
            return next;
        }
    }

    private Pouch Open(SealedPouch pouch)
    {
        using var keys = GatewayKeys.CreateOrRead(
            Members.DataFolder(folder, pouch.To), pouch.To, TimeProvider.System);
        var bytes = PouchSeal.Open(pouch.Token, keys.Opening);
        return Parsing.Of(Pouch.Parser, bytes.Outcome)
            ?? throw new InvalidDataException("The held token is no pouch.");
    }
}
