using System.Text.RegularExpressions;
using Referral.Contracts.Refusals;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_a_refusal_is_told
{
    private static readonly string[] Languages = ["lo", "th", "zh", "vi", "en"];
    private static readonly RefusalBook Book = RefusalBook.Shipped;

    [Fact]
    public void every_refusal_has_sentence_remedy_and_mark_in_five_languages()
    {
        foreach (var text in Book.All)
            foreach (var language in Languages)
            {
                text.Sentence[language].ShouldNotBeNullOrWhiteSpace();
                text.Remedy[language].ShouldNotBeNullOrWhiteSpace();
                text.Marks[language].ShouldBeOneOf("D", "R");
            }
    }

    [Fact]
    public void every_language_names_the_same_values()
    {
        foreach (var text in Book.All)
            foreach (var language in Languages)
                Placeholders(text.Sentence[language]).ShouldBe(Placeholders(text.Sentence["en"]), text.Code);
    }

    [Fact]
    public void codes_and_names_are_given_once()
    {
        Book.All.Select(t => t.Code).ShouldBeUnique();
        Book.All.Select(t => t.Name).ShouldBeUnique();
    }

    [Fact]
    public void the_values_are_filled_in()
    {
        var values = new Dictionary<string, string> { ["event"] = "a", ["stage"] = "b" };
        Book.Sentence("REF-2101", "en", values).ShouldBe("a is not possible at the stage b.");
        Book.Tell("REF-2101", "vi", values).Unreviewed.ShouldBeTrue();
    }

    [Fact]
    public void a_value_that_holds_braces_is_not_filled_again()
    {
        var values = new Dictionary<string, string> { ["event"] = "{stage}", ["stage"] = "b" };
        Book.Sentence("REF-2101", "en", values).ShouldBe("{stage} is not possible at the stage b.");
    }

    [Fact]
    public void a_forgotten_value_is_seen() =>
        Book.Sentence("REF-2204", "en", new Dictionary<string, string>()).ShouldStartWith("{field}");

    [Fact]
    public void a_language_we_do_not_speak_shows_english_and_says_so()
    {
        var told = Book.Tell("REF-2004", "km", new Dictionary<string, string>());
        told.Language.ShouldBe("en");
        told.IsFallback.ShouldBeTrue();
    }

    [Fact]
    public void a_code_without_words_is_a_fault() =>
        Should.Throw<KeyNotFoundException>(() => Book.Find("REF-9999"));

    [Fact]
    public void nothing_about_protection_or_people_crosses() =>
        Book.All.Where(t => t.Crosses).ShouldAllBe(t =>
            t.Code.StartsWith("REF-24") || t.Code.StartsWith("REF-22") || t.Code == "REF-2305");

    private static IReadOnlyList<string> Placeholders(string text) =>
        [.. Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Order(StringComparer.Ordinal)];
}
