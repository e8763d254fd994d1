using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Referral.Contracts.Letters;
using Referral.Gateway.Repatriation;

namespace Referral.Network.Soak;

/// <summary>Counts what four databases say of every letter, each side against the other.</summary>
internal sealed class Accounting(IReadOnlyList<GatewayRecords> all)
{
    private const int Delivered = 6;

    private readonly Dictionary<string, GatewayRecords> _of = all.ToDictionary(one => one.Country);

    private readonly Dictionary<(string At, string Sender, string Id), Incoming> _arrived = all
        .SelectMany(at => at.Arrived.Where(letter => letter.State == Delivered)
            .Select(letter => (at.Country, letter)))
        .DistinctBy(one => (one.Country, one.letter.Sender, one.letter.Id))
        .ToDictionary(one => (one.Country, one.letter.Sender, one.letter.Id), one => one.letter);

    private readonly Dictionary<(string At, string Direction, string Id), StoredReceipt> _receipts = all
        .SelectMany(at => at.Receipts.Select(receipt => (at.Country, receipt)))
        .ToDictionary(one => (one.Country, one.receipt.Direction, one.receipt.Id), one => one.receipt);

    public int Written => all.Sum(one => one.Sent.Count);

    public int Effects => all.Sum(one => one.Effects.Count);

    public int Doubles => all.Sum(one => one.Effects.Count - one.Effects.DistinctBy(e => e.Id).Count())
        + all.Sum(one => one.Arrived.Count(letter => letter.State == Delivered)) - _arrived.Count;

    public int Witnesses => all.Sum(one => one.Witnessed.Count(IsTheirOwn));

    public int WitnessesDiffer => all.Sum(one => one.Witnessed.Count) - Witnesses;

    /// <summary>Referral numbers; each once at its host.</summary>
    public int Referrals => all.SelectMany(one => one.Sent).Select(letter => letter.Referral)
        .Distinct().Count();

    /// <summary>Host and origin of referrals that had letters.</summary>
    public int Pairs => all.SelectMany(one => one.Sent)
        .Select(letter => ReferralNumber.Parse(letter.Referral))
        .Select(number => (number.Host, number.Origin)).Distinct().Count();

    public int Losses()
    {
        var effects = all.SelectMany(at => at.Effects.Select(effect => (at.Country, effect.From, effect.Id)))
            .ToHashSet();
        return all.Sum(from => from.Sent.Count(letter => letter.State != Delivered || !letter.Settled
            || !_arrived.TryGetValue((letter.To, from.Country, letter.Id), out var there)
            || there.Sha256 != letter.Sha256
            || !effects.Contains((letter.To, from.Country, letter.Id))));
    }

    /// <summary>The journal's own order is the order of effects: numbers go 1, 2, 3 ...</summary>
    public int OutOfOrder() => all.Sum(at => at.Effects.GroupBy(effect => (effect.From, effect.Referral))
        .Sum(direction => direction.Where((effect, index) => effect.Number != index + 1).Count()));

    public int Receipts() => all.Sum(from => from.Sent.Count(letter => IsReceipted(from, letter)));

    public IEnumerable<string> Complaints() => all.SelectMany(one =>
        one.Complaints.CountBy(kind => kind)
            .Select(said => $"{one.Country} journalled {said.Key} {said.Value} times"));

    private bool IsReceipted(GatewayRecords from, Outgoing letter)
    {
        if (letter.Receipt is not { } id
            || !_receipts.TryGetValue((from.Country, "received", id), out var held)
            || !_receipts.TryGetValue((letter.To, "sent", id), out var given)
            || !_arrived.TryGetValue((letter.To, from.Country, letter.Id), out var there))
            return false;
        return held.Country == letter.To && given.Country == from.Country && there.Receipt == id
            && held.Jws == given.Jws && held.Sha256 == given.Sha256 && held.Sha256 == HashOf(held.Jws)
            && Names(held.Jws, letter);
    }

    private static bool Names(string jws, Outgoing letter) =>
        Receipt.Parser.ParseFrom(Base64Url.DecodeFromChars(jws.Split('.')[1])).Outcomes.Any(outcome =>
            outcome.LetterId == letter.Id && (int)outcome.State == Delivered
            && Convert.ToHexStringLower(outcome.LetterSha256.Span) == letter.Sha256);

    private static string HashOf(string jws) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));

    private bool IsTheirOwn((string Of, long Number, string Jws) witness) =>
        _of[witness.Of].Checkpoints.TryGetValue(witness.Number, out var own) && own == witness.Jws;
}
