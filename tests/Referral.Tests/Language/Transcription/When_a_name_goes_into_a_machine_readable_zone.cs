using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Transcription;

public sealed class When_a_name_goes_into_a_machine_readable_zone
{
    [Theory]
    [InlineData("D'Artagnan-Müller", "DARTAGNAN<MUELLER")]
    [InlineData("Đặng Thị Ưu", "DANG<THI<UU")]
    [InlineData("Åse", "AASE")]
    public void only_its_letters_stay(string name, string zone) =>
        MachineReadableName.Letters(name).ShouldBe(zone);

    [Fact]
    public void surname_and_given_names_are_parted_and_filled() =>
        MachineReadableName.Field("Sida", "Bua Wan", MachineReadableName.CardLength)
            .ShouldBe("SIDA<<BUA<WAN" + new string('<', 17));

    [Fact]
    public void a_long_name_is_cut_and_keeps_a_letter_of_each_part()
    {
        var field = MachineReadableName.Field(new string('A', 50), "Bua",
            MachineReadableName.PassportLength)!;
        field.Length.ShouldBe(39);
        field.ShouldEndWith("A<<B");
    }

    [Fact]
    public void the_check_digit_is_that_of_the_standards_example() =>
        // ICAO Doc 9303-3: the date 520727 has the check digit 3.
        MachineReadableName.CheckDigit("520727").ShouldBe(3);

    [Theory]
    [InlineData("บัววัน สีดา", "SIDA<<BUAWAN")]
    [InlineData("吕安", "LYU<<AN")]
    [InlineData("Trần Văn An", "TRAN<<VAN<AN")]
    public void the_key_puts_the_surname_first(string name, string key) =>
        Schemes.Find("mrz", NameKind.Person)!.Of(name).Text.ShouldBe(key);

    [Fact]
    public void a_letter_without_a_form_makes_no_field() => MachineReadableName.Letters("Жук").ShouldBeNull();
}
