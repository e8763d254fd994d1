using System.Diagnostics;
using FsCheck.Xunit;
using Referral.Language.Cards;
using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Transcription;

public sealed class When_a_text_is_no_name
{
    static readonly Transcriber[] Every =
    [
        .. Schemes.Keys.SelectMany(key => Enum.GetValues<NameKind>().Select(kind =>
            Schemes.Find(key, kind)!)),
    ];

    // Letters that make trouble, and some that do not.
    const string Troubling =
        "กขทรวหอเแโใไะาำิีึืุู็่้๊๋์ฤๅๆฯ๐"
        + "ກຂວຫເແໂໃໄະາຳິີຶືຸູົຼຽ່້໊໋໌ໆ"
        + "王吕aĐươ\u0302\u0323\u200B\uFEFF \uE000\uD800\uDC00<&>12'-";

    [Theory]
    [InlineData("", Reasons.Empty)]
    [InlineData("   ", Reasons.Empty)]
    [InlineData("12345", Reasons.OtherScript)]
    [InlineData("😀", Reasons.OtherScript)]
    [InlineData("\uE000", Reasons.OtherScript)]
    [InlineData("\uD800", Reasons.OtherScript)]
    [InlineData("บัว😀", Reasons.NotLetters)]
    [InlineData("บัว\uD800", Reasons.NotLetters)]
    [InlineData("บัว\uE000", Reasons.NotLetters)]
    [InlineData("<b>บัวแดง</b>", Reasons.NotLetters)]
    [InlineData("บัว5", Reasons.NotLetters)]
    [InlineData("บัวແດງ", Reasons.MixedScripts)]
    [InlineData("บัวแดง red", Reasons.MixedScripts)]
    [InlineData("่บัว", Reasons.NotReadable)]
    [InlineData("ะะะ", Reasons.NotReadable)]
    public void it_is_kept_with_a_reason_and_no_confidence(string text, string reason)
    {
        var made = Schemes.Find("rtgs", NameKind.Person)!.Of(text);
        (made.Original, made.Text, made.Confidence, made.Reason).ShouldBe((text, "", 0, reason));
    }

    [Fact]
    public void ten_thousand_letters_are_refused() =>
        Every.ShouldAllBe(one => one.Of(new string('ก', 10_000)).Reason == Reasons.TooLong);

    [Fact]
    public void the_longest_text_that_is_read_takes_bounded_time()
    {
        // Letters with the most readings each; a search that grew with their number would not end.
        foreach (var letters in new[] { "ทร", "เสน", "กร", "ຂວ", "ອວ", "ก", "王" })
        {
            var text = string.Concat(Enumerable.Repeat(letters, Transcriber.LettersMax / letters.Length));
            var begin = Stopwatch.GetTimestamp();
            foreach (var one in Every) one.Of(text);
            NameCards.Of(text);
            Stopwatch.GetElapsedTime(begin).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }

    [Property(MaxTest = 300)]
    public void nothing_makes_it_fail(string? text)
    {
        foreach (var one in Every) Holds(one, text ?? "");
    }

    [Property(MaxTest = 1000)]
    public void no_order_of_letters_and_marks_makes_it_fail(byte[] picks)
    {
        var text = string.Concat(picks.Select(pick => Troubling[pick % Troubling.Length]));
        foreach (var one in Every) Holds(one, text);
        NameCards.Of(text).AsWritten.ShouldBe(text);
    }

    static void Holds(Transcriber one, string text)
    {
        var made = one.Of(text);
        made.Original.ShouldBe(text);
        (made.Confidence > 0).ShouldBe(made.Text.Length > 0);
        (made.Confidence > 0).ShouldBe(made.Reason.Length == 0);
        one.Of(text).ShouldBe(made);
    }
}
