using System.Security.Cryptography;
using Google.Protobuf;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Admission;

public class When_a_receipt_arrives
{
    private static readonly DueLetter Due = new(
        "0190a1b2-0000-7000-8000-000000000001", "XB", SHA256.HashData([1]), RemState.SubmissionAcceptance,
        SHA256.HashData([2]));

    private static Outcome Outcome(RemState state, byte of = 1, string code = "") => new()
    {
        LetterId = Due.LetterId, LetterSha256 = ByteString.CopyFrom(SHA256.HashData([of])),
        State = state, Code = code,
    };

    private static void NotOurs(Matched matched) =>
        matched.ShouldBeOfType<Matched.NotOurs>().Refusal.Code.ShouldBe("REF-2414");

    [Theory]
    [InlineData(RemState.Delivery, "")]
    [InlineData(RemState.NonDelivery, "REF-2406")]
    [InlineData(RemState.RelayRejection, "REF-2408")]
    public void five_six_and_seven_settle(RemState state, string code) =>
        ReceiptMatch.Of("XB", Outcome(state, code: code), Due).ShouldBe(new Matched.Settle(state, code));

    [Fact]
    public void three_slows_the_sending() =>
        ReceiptMatch.Of("XB", Outcome(RemState.RelayAcceptance), Due).ShouldBeOfType<Matched.Slow>();

    [Fact]
    public void the_hash_before_signing_anew_counts_too() =>
        ReceiptMatch.Of("XB", Outcome(RemState.Delivery, of: 2), Due).ShouldBeOfType<Matched.Settle>();

    [Fact]
    public void another_hash_does_not() =>
        NotOurs(ReceiptMatch.Of("XB", Outcome(RemState.Delivery, of: 3), Due));

    [Fact]
    public void another_country_settles_nothing() =>
        NotOurs(ReceiptMatch.Of("XC", Outcome(RemState.Delivery), Due));

    [Fact]
    public void a_letter_we_never_wrote_is_not_ours() =>
        NotOurs(ReceiptMatch.Of("XB", Outcome(RemState.Delivery), null));

    [Theory]
    [InlineData(RemState.Unspecified)]
    [InlineData(RemState.SubmissionAcceptance)]
    [InlineData(RemState.SubmissionRejection)]
    [InlineData(RemState.RelayFailure)]
    [InlineData(RemState.Retrieval)]
    [InlineData(RemState.NonRetrieval)]
    [InlineData((RemState)77)]
    public void a_state_no_receipt_may_say_settles_nothing(RemState state) =>
        NotOurs(ReceiptMatch.Of("XB", Outcome(state), Due));

    [Fact]
    public void a_code_that_is_no_number_of_ours_is_not_taken_over() =>
        NotOurs(ReceiptMatch.Of("XB", Outcome(RemState.RelayRejection, code: "free text"), Due));

    [Fact]
    public void a_letter_never_sent_is_not_settled() => NotOurs(ReceiptMatch.Of(
        "XB", Outcome(RemState.Delivery), Due with { State = RemState.SubmissionRejection }));

    [Theory]
    [InlineData(RemState.Delivery, RemState.Delivery, false)]
    [InlineData(RemState.Delivery, RemState.RelayRejection, true)]
    [InlineData(RemState.NonDelivery, RemState.Delivery, true)]
    [InlineData(RemState.RelayRejection, RemState.RelayAcceptance, false)]
    public void the_first_outcome_stands(RemState first, RemState second, bool contradicts) =>
        ReceiptMatch.Of("XB", Outcome(second), Due with { State = first })
            .ShouldBe(new Matched.AlreadySettled(contradicts));

    // Rows are from 1 to 9, columns to 1 to 9.
    [Fact]
    public void states_follow_each_other_by_this_table()
    {
        string[] table =
        [
            "..xxxxx..",
            ".........",
            "..xxxxx..",
            "..xxxxx..",
            ".........",
            ".........",
            ".........",
            ".........",
            ".........",
        ];
        for (var from = 0; from <= 10; from++)
            for (var to = 0; to <= 10; to++)
            {
                var may = from is >= 1 and <= 9 && to is >= 1 and <= 9 && table[from - 1][to - 1] == 'x';
                RemTransitions.May((RemState)from, (RemState)to).ShouldBe(may, $"{from} to {to}");
            }

        Enum.GetValues<RemState>().Where(RemTransitions.Settled)
            .ShouldBe([RemState.RelayRejection, RemState.Delivery, RemState.NonDelivery]);
    }
}
