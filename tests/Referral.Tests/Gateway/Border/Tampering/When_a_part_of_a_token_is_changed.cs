using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Tampering;

/// <summary>One character of each part of a sealed pouch, a signed letter, a signed receipt.</summary>
public class When_a_part_of_a_token_is_changed
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    [Theory]
    [InlineData("header", "REF-2401", "REF-2415")]
    [InlineData("encrypted key", "REF-2401", "")]
    [InlineData("iv", "REF-2401", "")]
    [InlineData("ciphertext", "REF-2401", "")]
    [InlineData("padding", "REF-2401", "")]
    [InlineData("tag", "REF-2401", "")]
    public void the_pouch_is_refused_as_a_whole(string part, string code, string orCode)
    {
        var pouch = Network.Seal("XB", "XA", [Network.Sign("XB", ThreeCountries.Letter())]);
        foreach (var token in Changed(pouch.Token, part))
            Network.Open(pouch with { Token = token }, "XB").Pouch.Refusal!.Code.ShouldBeOneOf(code, orCode);
    }

    // In the header a character may spoil the JSON, a word of the closed list, or the kid: then it names a
    // stranger's key.
    [Theory]
    [InlineData(0, "REF-2401", "REF-2404", "REF-2415")]
    [InlineData(1, "REF-2403", "", "")]
    [InlineData(2, "REF-2401", "REF-2403", "")]
    public void the_letter_or_receipt_is_unreadable_and_the_next_is_read(
        int part, string code, string orCode, string orElse)
    {
        var letter = Network.Sign("XB", ThreeCountries.Letter());
        var receipt = Network.Sign(
            "XB", new Receipt { FromCountry = "XB", ToCountry = "XA" }, JoseTypes.Receipt);
        foreach (var (one, other) in Parts(letter, part).Zip(Parts(receipt, part)))
        {
            var opened = Network.Open(Network.Seal("XB", "XA", [one, letter], [other, receipt]), "XB")
                .Pouch.Outcome;

            opened.Letters[0].Content.Refusal!.Code.ShouldBeOneOf(code, orCode, orElse);
            opened.Receipts[0].Content.Refusal!.Code.ShouldBeOneOf(code, orCode, orElse);
            opened.Letters[1].Content.Refused.ShouldBeFalse();
            opened.Receipts[1].Content.Refused.ShouldBeFalse();
        }
    }

    private static IEnumerable<string> Changed(string token, string part) => part switch
    {
        "header" => Parts(token, 0),
        // With ECDH-ES this part is empty: whatever stands in it was put there.
        "encrypted key" => [token.Replace("..", ".AAAA.")],
        "iv" => Parts(token, 2),
        "ciphertext" => Parts(token, 3),
        // Zeros up to the size step are the last field inside.
        "padding" => [OneCharacter.Changed(token, token.LastIndexOf('.') - 8)],
        _ => Parts(token, 4),
    };

    // First, middle and last character of the part, and each seventh of them.
    private static IEnumerable<string> Parts(string token, int part)
    {
        var parts = token.Split('.');
        var from = parts.Take(part).Sum(one => one.Length + 1);
        var length = parts[part].Length;
        return Enumerable.Range(0, length).Where(at => at % 7 == 0 || at == length / 2 || at == length - 1)
            .Select(at => OneCharacter.Changed(token, from + at));
    }
}
