using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border.Watch;
using Referral.Gateway.Storage;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Watch;

public class When_a_letters_fate_is_told
{
    private static readonly DateTimeOffset Then = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RemState.SubmissionAcceptance, false, "NOT_LEFT", "OURS")]
    [InlineData(RemState.SubmissionAcceptance, true, "UNANSWERED", "THEIRS")]
    [InlineData(RemState.RelayFailure, true, "CARRIER", "CARRIER")]
    [InlineData(RemState.RelayAcceptance, true, "HELD_THERE", "OURS")]
    public void one_that_is_due_is_somebodys_move(RemState state, bool left, string what, string side) =>
        LetterFate.Of(Ours(state, due: true, left), paused: false, canSeal: true)
            .ShouldBe(new(what, side));

    [Theory]
    [InlineData(RemState.SubmissionRejection, "VOIDED", "NOBODY")]
    [InlineData(RemState.RelayRejection, "REFUSED_THERE", "OURS")]
    [InlineData(RemState.NonDelivery, "REFUSED_THERE", "OURS")]
    [InlineData(RemState.Delivery, "DELIVERED", "NOBODY")]
    [InlineData(RemState.SubmissionAcceptance, "ERASED", "NOBODY")]
    public void one_that_is_not_says_how_it_ended(RemState state, string what, string side) =>
        LetterFate.Of(Ours(state, due: false, left: true), paused: true, canSeal: false)
            .ShouldBe(new(what, side));

    [Fact]
    public void a_pause_holds_what_has_left_and_was_not_asked_for_again()
    {
        var letter = Ours(RemState.RelayFailure, due: true, left: true);
        LetterFate.Of(letter, paused: true, canSeal: true).What.ShouldBe("PAUSED");
        LetterFate.Of(Ours(RemState.SubmissionAcceptance, due: true, left: false), true, true).What
            .ShouldBe("NOT_LEFT");
        letter.AskedAgain = true;
        LetterFate.Of(letter, paused: true, canSeal: true).What.ShouldBe("CARRIER");
    }

    [Fact]
    public void without_a_key_of_the_receiver_nothing_can_leave() =>
        LetterFate.Of(Ours(RemState.SubmissionAcceptance, due: true, left: true), false, canSeal: false)
            .ShouldBe(new("NO_KEY", "OURS"));

    [Theory]
    [InlineData(RemState.Delivery, "TOOK_EFFECT", "NOBODY")]
    [InlineData(RemState.RelayAcceptance, "WAITS_HERE", "THEIRS")]
    [InlineData(RemState.RelayRejection, "REFUSED_HERE", "THEIRS")]
    public void one_of_theirs_is_told_as_we_see_it(RemState state, string what, string side) =>
        LetterFate.Of(new LetterInRow
        {
            Sender = "XB", LetterId = "x", Sha256 = "x", Referral = "x", Kind = "M01", ReceiptId = "x",
            State = (int)state,
        }).ShouldBe(new(what, side));

    [Fact]
    public void every_fate_has_its_sentences_in_five_languages()
    {
        var book = VocabularyBook.Shipped;
        book.Codes("why").ShouldBe(book.Codes("why_do"));
        foreach (var list in new[] { "why", "why_do", "why_side" })
            foreach (var code in book.Codes(list))
                foreach (var language in new[] { "lo", "th", "zh", "vi", "en" })
                    book.Of(list, code, language).ShouldSatisfyAllConditions(
                        label => label.IsFallback.ShouldBeFalse($"{list} {code} {language}"),
                        label => label.Mark.ShouldBe("D"), label => label.Text.ShouldNotContain("{"));
    }

    private static LetterOutRow Ours(RemState state, bool due, bool left) => new()
    {
        LetterId = "x", Referral = "x", ToCountry = "XB", Kind = "M01", Sha256 = "x", SealedJws = [],
        State = (int)state, DueAt = due ? Then : null, LeftAt = left ? Then : null,
    };
}
