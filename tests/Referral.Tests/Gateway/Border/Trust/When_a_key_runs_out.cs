using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_a_key_runs_out : IDisposable
{
    private static readonly DateTimeOffset End = ThreeCountries.Now;

    private readonly TwoAdministrators _two = new();

    private TrustContent List(params MemberKey[] keys) => _two.Content(
        ThreeCountries.Shared.Trust.Members[0] with { Keys = keys }) with { ValidUntil = End.AddYears(5) };

    private static readonly MemberKey Old = Key("old", End.AddYears(-1), End);

    private static MemberKey Key(
        string kid, DateTimeOffset from, DateTimeOffset until, bool revoked = false) =>
        new(kid, MemberKey.Sign, "", from, until, revoked);

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, 60)]
    [InlineData(31, 60)]
    [InlineData(30, 30)]
    [InlineData(14, 14)]
    [InlineData(1, 14)]
    [InlineData(0, 0)]
    [InlineData(-3, 0)]
    public void it_is_said_60_30_and_14_days_before_and_when_it_has(int daysLeft, int? said) =>
        ExpiryWarnings.Of(List(Key("k", End.AddYears(-1), End)), End.AddDays(-daysLeft))
            .Select(w => (int?)w.Days).SingleOrDefault().ShouldBe(said);

    [Fact]
    public void one_that_is_followed_is_not_said() =>
        ExpiryWarnings.Of(List(Old, Key("new", End.AddDays(-5), End.AddYears(1))), End)
            .ShouldBeEmpty();

    [Fact]
    public void a_revoked_successor_is_none() =>
        ExpiryWarnings.Of(List(Old, Key("new", End.AddDays(-5), End.AddYears(1), revoked: true)), End)
            .ShouldHaveSingleItem().Kid.ShouldBe("old");

    [Fact]
    public void a_successor_that_begins_too_late_is_none() =>
        ExpiryWarnings.Of(List(Old, Key("new", End.AddDays(1), End.AddYears(1))), End)
            .ShouldHaveSingleItem().Kid.ShouldBe("old");

    [Fact]
    public void the_list_itself_is_said_too() =>
        ExpiryWarnings.Of(List() with { ValidUntil = End }, End.AddDays(-20))
            .ShouldHaveSingleItem().What.ShouldBe("list");

    public void Dispose() => _two.Dispose();
}
