using Referral.Contracts.Agreements;
using Referral.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_questions_are_read
{
    private static readonly string[] Languages = ["lo", "th", "zh", "vi", "en"];

    private static IReadOnlyList<QuestionRule> All => QuestionBook.Shipped.All;

    [Fact]
    public void each_has_its_words_in_every_language_and_none_claims_a_review()
    {
        VocabularyBook.Shipped.Codes("question").ShouldBe(All.Select(q => q.Code));
        foreach (var question in All)
            foreach (var language in Languages)
            {
                var label = VocabularyBook.Shipped.Of("question", question.Code, language);
                (label.Language, label.IsFallback, label.Unreviewed).ShouldBe((language, false, true));
            }
    }

    [Fact]
    public void each_travels_in_a_row_of_the_class_of_what_it_speaks_of()
    {
        foreach (var question in All)
        {
            FieldBook.Shipped.Find(question.Field).ShouldNotBeNull().Letters.ShouldBe(["M35"]);
            if (question.About is not { } about)
                continue;
            var field = FieldBook.Shipped.Find(about).ShouldNotBeNull();
            field.Never.ShouldBeFalse(question.Code);
            FieldBook.Shipped.Find(question.Field)!.Class.ShouldBe(field.Class, question.Code);
        }
    }

    [Fact]
    public void each_has_a_day_a_list_and_consents_that_exist()
    {
        foreach (var question in All)
        {
            DeadlineBook.Shipped.Find(question.Due).ShouldNotBeNull(question.Code);
            question.Scopes.ShouldContain("NOTIFY_ORIGIN", question.Code);
            question.Scopes.Where(s => !VocabularyBook.Shipped.Knows("consent_scope", s)).ShouldBeEmpty();
            if (question.Answer.Kind == "CODE")
                VocabularyBook.Shipped.Codes(question.Answer.List!).ShouldNotBeEmpty(question.Code);
            if (question.Answer.Kind == "NUMBER")
                question.Answer.Min.ShouldBeLessThan(question.Answer.Max, question.Code);
        }
    }

    [Theory]
    [InlineData("INTERPRETER_NEEDED", "YES", true)]
    [InlineData("INTERPRETER_NEEDED", "yes", false)]
    [InlineData("INTERPRETER_NEEDED", "", false)]
    [InlineData("LANGUAGE_SPOKEN_BEST", "lao", true)]
    [InlineData("LANGUAGE_SPOKEN_BEST", "UNKNOWN", false)]
    [InlineData("BIRTH_YEAR", "1999", true)]
    [InlineData("BIRTH_YEAR", "2567", false)]
    [InlineData("BIRTH_YEAR", "01999", false)]
    [InlineData("BIRTH_YEAR", "UNKNOWN", true)]
    [InlineData("CONSULAR_TALK_DAY", "2026-02-28", true)]
    [InlineData("CONSULAR_TALK_DAY", "2026-02-30", false)]
    [InlineData("CONSULAR_TALK_DAY", "2567-02-01", false)]
    public void an_answer_is_one_of_those_it_takes(string question, string answer, bool takes) =>
        QuestionBook.Shipped.Find(question)!.Answer.Takes(answer).ShouldBe(takes);
}
