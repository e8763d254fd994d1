using FsCheck.Xunit;
using Referral.Gateway.Repatriation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Repatriation;

public class When_a_referral_number_is_read
{
    [Fact]
    public void it_is_written_back_the_same()
    {
        var number = ReferralNumber.Make("XB", "XA", 2026, 117);
        number.ToString().ShouldStartWith("RC-XB-XA-2026-000117-");
        ReferralNumber.Parse(number.ToString()).ShouldBe(number);
    }

    // Computed apart from this code.
    [Theory]
    [InlineData("RC-XA-XB-2026-000001-", 'V')]
    [InlineData("RC-XB-XA-2026-000117-", 'I')]
    [InlineData("RC-XC-XA-2031-999999-", 'K')]
    public void one_check_character_of_thirty_six_holds(string body, char check) =>
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".Where(c => ReferralNumber.TryParse(body + c, out _))
            .ShouldBe([check]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RC-XA-XB-2026-000001")]
    [InlineData("RC-XA-XA-2026-000001-0")]
    [InlineData("rc-xa-xb-2026-000001-0")]
    [InlineData("RC-XA-XB-1026-000001-0")]
    [InlineData("RC-XA-XB-2026-000000-0")]
    [InlineData("RC-XA-XB-๒๐๒๖-000001-0")]
    [InlineData("RC-XA-XB-2026-000001-0\n")]
    public void anything_else_is_none(string? text) => ReferralNumber.TryParse(text, out _).ShouldBeFalse();

    [Property]
    public void one_wrong_character_is_noticed(ushort sequence, byte at, byte by)
    {
        var text = ReferralNumber.Make("XB", "XA", 2026, sequence + 1).ToString();
        const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var place = at % text.Length;
        var other = Characters[by % 36];
        if (other != text[place])
            ReferralNumber.TryParse(
                string.Concat(text.AsSpan(0, place), other.ToString(), text.AsSpan(place + 1)), out _)
                .ShouldBeFalse();
    }

    [Property]
    public void two_digits_exchanged_are_noticed(ushort sequence, byte at)
    {
        var text = ReferralNumber.Make("XB", "XA", 2026, sequence + 1).ToString().ToCharArray();
        var place = 14 + at % 5;
        if (text[place] == text[place + 1])
            return;
        (text[place], text[place + 1]) = (text[place + 1], text[place]);
        ReferralNumber.TryParse(new string(text), out _).ShouldBeFalse();
    }

    [Fact]
    public void the_same_country_twice_makes_none() =>
        Should.Throw<ArgumentException>(() => ReferralNumber.Make("XA", "XA", 2026, 1));
}
