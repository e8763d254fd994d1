using FsCheck.Xunit;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Shouldly;
using Xunit;
using Judge = Referral.Gateway.Border.Admission.Admission;

namespace Referral.Tests.Gateway.Border.Admission;

public class When_a_pouch_is_opened
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    private static string Letter => Network.Sign("XB", ThreeCountries.Letter());

    private static Receipt Receipt(string from = "XB", string to = "XA") => new()
    {
        ReceiptId = Guid.CreateVersion7().ToString("D"), FromCountry = from, ToCountry = to,
    };

    [Fact]
    public void letters_receipts_and_checkpoint_come_out_in_order()
    {
        var (one, two) = (Letter, Letter);
        var receipt = Network.Sign("XB", Receipt(), JoseTypes.Receipt);
        var opened = Network.Open(Network.Seal("XB", "XA", [one, two], [receipt]), "XB").Pouch.Outcome;
        opened.From.ShouldBe("XB");
        opened.Checkpoint.ShouldBe("checkpoint");
        opened.Letters.Select(l => l.Content.Outcome.Jws).ShouldBe([one, two]);
        opened.Letters[0].Content.Outcome.Signer.ShouldBe("XB");
        opened.Letters[0].JwsSha256.ShouldBe(opened.Letters[0].Content.Outcome.Sha256);
        opened.Receipts.Single().Content.Outcome.Jws.ShouldBe(receipt);
    }

    [Fact]
    public void the_same_bytes_twice_are_one_letter()
    {
        var one = Letter;
        Network.Open(Network.Seal("XB", "XA", [one, one]), "XB").Pouch.Outcome.Letters.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("XC")]
    [InlineData(null)]
    public void one_brought_by_another_is_not_even_opened(string? carrier) =>
        Whole(Network.Open(Network.Seal("XB", "XA", [Letter]), carrier), "REF-2417");

    [Fact]
    public void a_changed_sender_outside_is_noticed() =>
        Whole(Network.Open(Network.Seal("XB", "XA", [Letter]) with { From = "XC" }, "XC"), "REF-2402");

    [Fact]
    public void a_changed_id_outside_is_noticed() =>
        Whole(Network.Open(Network.Seal("XB", "XA", [Letter]) with { PouchId = "other" }, "XB"), "REF-2402");

    [Fact]
    public void one_for_another_country_inside_is_noticed()
    {
        var inner = new Pouch { PouchId = "id", FromCountry = "XB", ToCountry = "XC" };
        var token = PouchSeal.Seal(
            PouchPadding.Pad(inner, 256), Network.Trust.SealKey("XA", ThreeCountries.Now)!);
        Whole(Network.Open(
            new() { PouchId = "id", From = "XB", To = "XA", Token = token }, "XB"), "REF-2402");
    }

    [Fact]
    public void more_letters_than_the_limit_are_refused_as_a_whole()
    {
        var many = Enumerable.Range(0, PouchLimits.Default.LettersMax + 1).Select(n => $"{n}").ToArray();
        Whole(Network.Open(Network.Seal("XB", "XA", many), "XB"), "REF-2416");
    }

    [Fact]
    public void a_token_beyond_the_limit_is_not_opened()
    {
        var pouch = Network.Seal("XB", "XA", []);
        var limits = new PouchLimits { TokenBytesMax = pouch.Token.Length - 1 };
        Whole(PouchOpening.Open(
            pouch, "XB", "XA", Network.Of("XA").Opening, Network.Trust,
                ThreeCountries.Now, limits), "REF-2401");
    }

    [Fact]
    public void one_bad_letter_spoils_no_other()
    {
        var letters = new[]
        {
            "not a letter", OneCharacter.Changed(Letter, 150),
            Network.Of("XB").Signing.Sign([255], JoseTypes.Letter),
            Network.Sign("XB", Receipt(), JoseTypes.Receipt), Letter,
        };
        var opened = Network.Open(Network.Seal("XB", "XA", letters), "XB").Pouch.Outcome.Letters;
        opened.Take(4).Select(l => l.Content.Refusal!.Code)
            .ShouldBe(["REF-2401", "REF-2403", "REF-2401", "REF-2415"]);
        opened[4].Content.Refused.ShouldBeFalse();
        opened.ShouldAllBe(l => l.JwsSha256.Length == 32);
    }

    [Theory]
    [InlineData("XC", "XB", "XA", "REF-2403")]
    [InlineData("XC", "XC", "XA", "REF-2403")]
    [InlineData("XB", "XC", "XA", "REF-2403")]
    [InlineData("XB", "XB", "XC", "REF-2405")]
    public void a_receipt_of_or_for_another_is_unreadable(string signer, string from, string to, string code)
    {
        var receipt = Network.Sign(signer, Receipt(from, to), JoseTypes.Receipt);
        Network.Open(Network.Seal("XB", "XA", [], [receipt]), "XB").Pouch.Outcome
            .Receipts.Single().Content.Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public void nulls_in_the_carriers_message_are_a_refusal_not_a_fault() =>
        Whole(Network.Open(
            new() { PouchId = null!, From = null!, To = null!, Token = null! }, "XB"), "REF-2417");

    [Property(MaxTest = 300)]
    public void no_bytes_inside_make_it_throw(byte[] bytes)
    {
        var key = Network.Trust.SealKey("XA", ThreeCountries.Now)!;
        var token = PouchSeal.Seal(bytes, key);
        Network.Open(new() { PouchId = "id", From = "XB", To = "XA", Token = token }, "XB").Pouch.Refused
            .ShouldBeTrue();
    }

    [Property(MaxTest = 300)]
    public void no_signed_bytes_make_opening_or_judging_throw(byte[] bytes, string? text)
    {
        var letters = new[]
        {
            text ?? "", Network.Of("XB").Signing.Sign(bytes, JoseTypes.Letter),
            Network.Of("XB").Signing.Sign(Damaged(bytes), JoseTypes.Letter),
        };
        var receipt = Network.Of("XB").Signing.Sign(bytes, JoseTypes.Receipt);
        var opened = Network.Open(Network.Seal("XB", "XA", letters, [receipt]), "XB").Pouch.Outcome;
        foreach (var letter in opened.Letters.Where(l => !l.Content.Refused))
            Judge.Of(letter.Content.Outcome, ThreeCountries.Known()).ShouldNotBeNull();
    }

    // A good letter with a few bytes written over, so that parsing gets deep.
    private static byte[] Damaged(byte[] by)
    {
        var bytes = Google.Protobuf.MessageExtensions.ToByteArray(ThreeCountries.Letter());
        for (var at = 0; at + 1 < by.Length; at += 2)
            bytes[by[at] % bytes.Length] = by[at + 1];
        return bytes;
    }

    private static void Whole(Opened opened, string code)
    {
        opened.Pouch.Refusal!.Code.ShouldBe(code);
        opened.TokenSha256.Length.ShouldBe(32);
    }
}
