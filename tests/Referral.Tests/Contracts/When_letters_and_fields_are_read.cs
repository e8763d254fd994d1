using Referral.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_letters_and_fields_are_read
{
    private static readonly string[] Classes = ["P0", "P1", "P2", "P3", "P4", "E"];

    [Fact]
    public void every_row_a_letter_names_has_a_field_that_names_the_letter()
    {
        foreach (var letter in LetterBook.Shipped.All)
            foreach (var row in letter.Fields)
                FieldBook.Shipped.In(letter.Id).Select(f => f.Number)
                    .ShouldContain(row, $"{letter.Id} {row}");
    }

    [Fact]
    public void every_letter_a_field_names_names_its_row()
    {
        foreach (var field in FieldBook.Shipped.All)
            foreach (var id in field.Letters)
                LetterBook.Shipped.Find(id)!.Fields.ShouldContain(field.Number, $"{field.Key} {id}");
    }

    [Fact]
    public void no_letter_carries_a_field_above_its_class()
    {
        foreach (var letter in LetterBook.Shipped.All)
            foreach (var field in FieldBook.Shipped.In(letter.Id))
                Rank(field.Class).ShouldBeLessThanOrEqualTo(
                    Math.Max(Rank(letter.MaxClass), Rank(letter.PartsClass ?? "P0")),
                    $"{field.Key} in {letter.Id}");
    }

    [Theory]
    [InlineData("earlier_case_link")]
    [InlineData("safe_contact")]
    [InlineData("protection_hold")]
    [InlineData("shelter_name_address")]
    [InlineData("pregnancy")]
    [InlineData("hiv")]
    [InlineData("photograph")]
    [InlineData("asylum_claim")]
    [InlineData("offence_of_the_person")]
    public void what_must_never_cross_stands_in_no_letter(string key)
    {
        var field = FieldBook.Shipped.Find(key).ShouldNotBeNull();
        field.Never.ShouldBeTrue();
        field.Letters.ShouldBeEmpty();
    }

    [Fact]
    public void the_account_stays_at_home_until_the_folder() =>
        FieldBook.Shipped.Find("account").ShouldNotBeNull().Letters.ShouldBe(["M19"]);

    [Fact]
    public void the_parts_of_a_name_travel_with_the_name() =>
        FieldBook.Shipped.Find("name_parts")!.Letters
            .ShouldBe(FieldBook.Shipped.Find("name_native")!.Letters);

    [Fact]
    public void only_the_notice_and_the_note_open_a_referral() =>
        LetterBook.Shipped.All.Where(l => l.OpensReferral).Select(l => l.Id).ShouldBe(["M01", "M30"]);

    [Fact]
    public void the_notice_and_the_result_need_a_second_person()
    {
        foreach (var id in new[] { "M01", "M04", "M05", "M07" })
            LetterBook.Shipped.Find(id)!.SecondPerson.ShouldBeTrue(id);
        LetterBook.Shipped.Find("M02")!.SecondPerson.ShouldBeFalse();
    }

    [Fact]
    public void every_scope_and_every_list_exists()
    {
        foreach (var scope in LetterBook.Shipped.All.SelectMany(l => l.Scopes))
            VocabularyBook.Shipped.Knows("consent_scope", scope).ShouldBeTrue(scope);
        foreach (var list in FieldBook.Shipped.All.Select(f => f.List).OfType<string>())
            VocabularyBook.Shipped.Codes(list).ShouldNotBeEmpty(list);
    }

    [Fact]
    public void the_protection_hold_is_no_letter() =>
        LetterBook.Shipped.Find("M31")!.Direction.ShouldBe("NONE");

    private static int Rank(string of) => Array.IndexOf(Classes, of);
}
