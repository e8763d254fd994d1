using System.Security.Cryptography;
using System.Text;
using Referral.Verifier;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier;

public class When_an_entry_is_written
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 11, 5, 6, 789, TimeSpan.FromHours(7));

    [Fact]
    public void the_text_is_these_very_bytes() =>
        Encoding.UTF8.GetString(JournalFormat.WriteText("border", 3, At, "unreadable", [new("token", "ab")]))
            .ShouldBe("""
                {"chain":"border","number":3,"at":"2026-03-01T04:05:06.789Z","kind":"unreadable","token":"ab"}
                """);

    [Fact]
    public void the_hashes_are_those_a_stranger_computes_from_the_page()
    {
        var genesis = SHA256.HashData(Encoding.UTF8.GetBytes("referral-journal/1\nborder"));
        var first = JournalEntry.After(ChainHead.Start("border"), At, "one", []);
        var second = JournalEntry.After(first.Head, At, "two", []);

        first.Previous.ShouldBe(genesis);
        first.Hash.ShouldBe(SHA256.HashData([.. genesis, .. first.Text]));
        second.Previous.ShouldBe(first.Hash);
        (first.Number, second.Number).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData("chain")]
    [InlineData("kind")]
    public void no_value_may_take_the_name_of_a_first_member(string name) =>
        Should.Throw<ArgumentException>(() => JournalFormat.WriteText("a", 1, At, "k", [new(name, "x")]));

    [Fact]
    public void a_text_has_a_limit() =>
        Should.Throw<ArgumentException>(() =>
            JournalFormat.WriteText("a", 1, At, "k", [new("x", new('x', JournalFormat.TextBytesMax))]));

    [Fact]
    public void numbers_start_at_one() =>
        Should.Throw<ArgumentOutOfRangeException>(() => JournalFormat.WriteText("a", 0, At, "k", []));
}
