using Referral.Gateway.Repatriation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Repatriation;

public class When_a_hold_is_shown_outside
{
    [Theory]
    [InlineData("", "NotifiedOrigin")]
    [InlineData("LEGAL", "LEGAL")]
    [InlineData("LEGAL MEDICAL", "MEDICAL")]
    [InlineData("MEDICAL MISSING", "MISSING")]
    [InlineData("MISSING CONSENT LEGAL", "CONSENT")]
    public void the_strongest_is_else_the_stage(string holds, string shown) =>
        Holds.ShownOutside(Case(holds)).ShouldBe(shown);

    [Theory]
    [InlineData("PROTECTION")]
    [InlineData("LEGAL PROTECTION")]
    [InlineData("CONSENT PROTECTION")]
    public void protection_looks_like_a_consent_withdrawn(string holds) =>
        Holds.ShownOutside(Case(holds)).ShouldBe("CONSENT");

    [Fact]
    public void one_is_set_once_and_lifting_it_leaves_the_others()
    {
        var one = Case("");
        Holds.Set(one, Holds.Medical);
        Holds.Set(one, Holds.Legal);
        Holds.Set(one, Holds.Medical);
        one.Holds.ShouldBe("MEDICAL LEGAL");

        Holds.Lift(one, Holds.Medical);

        Holds.Of(one).ShouldBe(["LEGAL"]);
        Holds.Has(one, Holds.Medical).ShouldBeFalse();
    }

    private static HostCase Case(string holds) => new() { Stage = "NotifiedOrigin", Holds = holds };
}
