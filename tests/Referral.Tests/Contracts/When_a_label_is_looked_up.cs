using Referral.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_a_label_is_looked_up
{
    private static readonly string[] Languages = ["lo", "th", "zh", "vi", "en"];
    private static readonly string[] Marks = ["V", "S", "D", "R"];
    private static readonly VocabularyBook Book = VocabularyBook.Shipped;

    [Fact]
    public void every_code_has_all_languages_or_its_list_names_a_fallback()
    {
        foreach (var list in Book.Lists)
            foreach (var code in Book.Codes(list))
                foreach (var language in Languages)
                {
                    var label = Book.Of(list, code, language);
                    label.Text.ShouldNotBeNullOrWhiteSpace();
                    Marks.ShouldContain(label.Mark, $"{list} {code} {language}");
                    if (label.IsFallback)
                        Book.Fallback(list).ShouldBe(label.Language, $"{list} {code} {language}");
                }
    }

    [Fact]
    public void only_a_label_a_native_reader_has_checked_counts_as_reviewed()
    {
        new Label("x", "lo", "R").Unreviewed.ShouldBeFalse();
        new Label("x", "lo", "V").Unreviewed.ShouldBeTrue();
        Book.Of("sex", "F", "lo").Unreviewed.ShouldBeTrue();
    }

    [Fact]
    public void the_asked_language_is_shown()
    {
        Book.Of("act", "RECRUIT", "zh").ShouldBe(new Label("招募", "zh", "V"));
        Book.Of("sex", "F", "th").Text.ShouldBe("หญิง");
    }

    [Fact]
    public void a_missing_language_shows_english_and_says_so()
    {
        var label = Book.Of("event", "LegalReview", "lo");
        label.Language.ShouldBe("en");
        label.IsFallback.ShouldBeTrue();
    }

    [Fact]
    public void an_unknown_code_is_shown_as_it_came()
    {
        Book.Knows("sex", "Q").ShouldBeFalse();
        Book.Of("sex", "Q", "lo").ShouldBe(new Label("Q", "und", "U", IsFallback: true));
        Book.Of("no_such_list", "Q", "lo").Text.ShouldBe("Q");
    }

    [Theory]
    [InlineData("act", 8)]
    [InlineData("stage", 50)]
    [InlineData("hold", 5)]
    [InlineData("role", 20)]
    [InlineData("rem_state", 9)]
    [InlineData("country", 4)]
    public void a_list_is_complete(string list, int least) =>
        Book.Codes(list).Count().ShouldBeGreaterThanOrEqualTo(least);

    [Fact]
    public void every_letter_event_role_field_and_kind_of_post_has_a_label()
    {
        foreach (var letter in LetterBook.Shipped.All)
            Book.Knows("letter", letter.Id).ShouldBeTrue(letter.Id);
        foreach (var rule in EventBook.Shipped.All)
            Book.Knows("event", rule.Event).ShouldBeTrue(rule.Event);
        foreach (var role in RoleBook.Shipped.Codes)
            Book.Knows("role", role).ShouldBeTrue(role);
        foreach (var field in FieldBook.Shipped.All)
        {
            Book.Knows("field", field.Key).ShouldBeTrue(field.Key);
            Book.Knows("section", field.Section).ShouldBeTrue(field.Section);
        }
    }
}
