using Referral.Gateway.Border;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Outbox;

public class When_a_letter_is_sent_again
{
    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(7, 1920)]
    [InlineData(8, 3600)]
    [InlineData(1_000_000, 3600)]
    public void the_pause_doubles_up_to_an_hour_and_never_ends(int attempts, int seconds) =>
        ResendDelay.After(attempts, held: false, firstSeconds: 30, jitter: 0.5)
            .ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void before_the_first_attempt_it_is_the_first_pause(int attempts) =>
        ResendDelay.After(attempts, held: false, firstSeconds: 30, jitter: 0.5)
            .ShouldBe(TimeSpan.FromSeconds(30));

    [Fact]
    public void one_that_waits_in_the_receivers_custody_goes_eight_times_less_often() =>
        ResendDelay.After(1, held: true, firstSeconds: 30, jitter: 0.5).ShouldBe(TimeSpan.FromSeconds(240));

    [Theory]
    [InlineData(0, 85)]
    [InlineData(1, 115)]
    public void neighbours_do_not_all_knock_at_once(double jitter, int seconds) =>
        ResendDelay.After(1, held: false, firstSeconds: 100, jitter)
            .ShouldBe(TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(1));
}
