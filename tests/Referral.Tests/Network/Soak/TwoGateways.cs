using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Referral.Contracts.Letters;
using Referral.Network.Soak;

namespace Referral.Tests.Network.Soak;

/// <summary>Records of two invented gateways after so many letters of one referral went well.</summary>
internal sealed record TwoGateways(GatewayRecords Sender, GatewayRecords Receiver)
{
    private const string Referral = "XA-XB-1";

    public Accounting Count => new([Sender, Receiver]);

    public static TwoGateways After(int letters)
    {
        var numbers = Enumerable.Range(1, letters).ToList();
        var sender = Empty("XA") with
        {
            Sent = [.. numbers.Select(n => new Outgoing(Id(n), Referral, "XB", Hash(Id(n)), 6, true, $"r{n}"))],
            Receipts = [.. numbers.Select(n => ReceiptOf(n, "received", "XB"))],
        };
        return new(sender, Empty("XB") with
        {
            Arrived = [.. numbers.Select(n => new Incoming("XA", Id(n), Hash(Id(n)), 6, $"r{n}"))],
            Receipts = [.. numbers.Select(n => ReceiptOf(n, "sent", "XA"))],
            Effects = [.. numbers.Select(n => new Effect(Id(n), Referral, n, "XA"))],
            Witnessed = [("XA", 1, "first")],
        });
    }

    private static GatewayRecords Empty(string country) => new()
    {
        Country = country,
        Sent = [],
        Arrived = [],
        Receipts = [],
        Effects = [],
        Witnessed = [],
        Complaints = [],
        Checkpoints = new Dictionary<long, string> { [1] = "first" },
    };

    private static StoredReceipt ReceiptOf(int number, string direction, string country)
    {
        var receipt = new Receipt
        {
            ReceiptId = $"r{number}",
            Outcomes =
            {
                new Outcome
                {
                    LetterId = Id(number),
                    LetterSha256 = ByteString.CopyFrom(SHA256.HashData(Encoding.ASCII.GetBytes(Id(number)))),
                    State = (RemState)6,
                },
            },
        };
        var jws = $"head.{Base64Url.EncodeToString(receipt.ToByteArray())}.signature";
        return new(receipt.ReceiptId, direction, country, Hash(jws), jws);
    }

    private static string Id(int number) => $"letter-{number}";

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
