using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Tests.Gateway.Border;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Verifier.Pack;
using Referral.Verifier;

namespace Referral.Fuzz;

/// <summary>
/// Valid inputs of each target: those of the corpus, and those that need this run's keys. Persons and
/// countries are invented.
/// </summary>
internal static class Seeds
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    public static IReadOnlyList<byte[]> Of(string target) => [.. Made(target), .. Kept(target)];

    /// <summary>The files of the corpus, by name.</summary>
    public static IReadOnlyList<byte[]> Kept(string target)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Corpus", target);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)] : [];
    }

    private static IEnumerable<byte[]> Made(string target) => target switch
    {
        "token" => [Ascii(Network.Seal("XB", "XA", [Network.Sign("XB", ThreeCountries.Letter())]).Token)],
        "pouch" => [Pouch().ToByteArray()],
        "letter" =>
        [
            ThreeCountries.Letter().ToByteArray(), Notice().ToByteArray(),
            WrittenAt(long.MaxValue, 0), WrittenAt(long.MinValue, 0), WrittenAt(0, -1),
        ],
        "receipt" => [Receipt().ToByteArray()],
        "jws" => 
        [
            Ascii(Network.Sign("XB", Notice())),
            Ascii(Network.Sign("XB", Receipt(), JoseTypes.Receipt)),
        ],
        "trust" => [Trust()],
        "pack-file" => [Pack(pack => pack.Zip().ToArray())],
        "pack-part" => PackParts(),
        _ => [],
    };

    public static Letter Notice()
    {
        var letter = ThreeCountries.Letter();
        letter.Head.Kind = "M01";
        letter.Head.Replaces = new string('a', 64);
        letter.Head.Languages.Add("th");
        letter.VictimIdentificationNotice = new()
        {
            Name = InventedPerson.Person().Name, Sex = "F", Birth = InventedPerson.Person().Birth,
            Acts = { "RECRUIT" }, Means = { "DECEPTION" }, Purposes = { "FORCED_LABOUR" },
            IdentifiedBy = "XB-POLICE", IdentifiedOn = "2025-07-15",
        };
        return letter;
    }

    // A moment that no calendar has.
    private static byte[] WrittenAt(long seconds, int nanos)
    {
        var letter = ThreeCountries.Letter();
        letter.Head.WrittenAt = new Timestamp { Seconds = seconds, Nanos = nanos };
        return letter.ToByteArray();
    }

    private static Pouch Pouch() => new()
    {
        PouchId = "id", FromCountry = "XB", ToCountry = "XA",
        Letters =
        {
            SignedTokens.Pack(Network.Sign("XB", ThreeCountries.Letter())),
            SignedTokens.Pack(Network.Sign("XB", Notice())),
        },
        Receipts = { SignedTokens.Pack(Network.Sign("XB", Receipt(), JoseTypes.Receipt)) },
        Checkpoint = "checkpoint",
        Traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        Padding = ByteString.CopyFrom(new byte[64]),
    };

    public static Receipt Receipt() => new()
    {
        ReceiptId = Guid.CreateVersion7().ToString("D"), FromCountry = "XB", ToCountry = "XA", PouchId = "id",
        At = Timestamp.FromDateTimeOffset(ThreeCountries.Now),
        Outcomes =
        {
            new Outcome
            {
                LetterId = Guid.CreateVersion7().ToString("D"),
                LetterSha256 = ByteString.CopyFrom(new byte[32]),
                State = RemState.RelayRejection, Code = "REF-2408",
            },
        },
        Unreadable =
        {
            new Unreadable { TokenSha256 = ByteString.CopyFrom(new byte[32]), Code = "REF-2401" },
        },
    };

    private static byte[] Trust() => Pack(pack => pack.Trust);

    private static IEnumerable<byte[]> PackParts()
    {
        var at = 0;
        return Pack(pack => pack.Parts.Values.Select(part => (byte[])[(byte)at++, .. part]).ToList());
    }

    private static T Pack<T>(Func<PackUnderTest, T> take)
    {
        using var pack = new PackUnderTest();
        var parts = pack.Parts.Count;
        pack.Sign();
        if (typeof(T) != typeof(byte[])) pack.Parts.Remove(Referral.Verifier.Pack.PackFormat.Manifest);
        return take(pack);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
