using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

public sealed class When_the_definition_is_asked
{
    [Fact]
    public void act_means_and_purpose_meet_it() =>
        VictimDefinition.Of(false, ["RECRUIT"], ["DECEPTION"], ["FORCED_LABOUR"])
            .Outcome.ShouldBe(DefinitionOutcome.Meets);

    [Fact]
    public void a_child_needs_no_means() =>
        VictimDefinition.Of(true, ["RECRUIT"], [], ["PROSTITUTION"])
            .Outcome.ShouldBe(DefinitionOutcome.MeetsAsChild);

    [Fact]
    public void an_adult_without_means_does_not_meet_it()
    {
        var answer = VictimDefinition.Of(false, ["RECRUIT"], [], ["PROSTITUTION"]);

        (answer.Outcome, answer.ConsiderSmuggling).ShouldBe((DefinitionOutcome.NotMet, false));
        answer.Missing.ShouldBe(["means"]);
    }

    [Fact]
    public void an_act_alone_calls_for_a_thought_of_smuggling() =>
        VictimDefinition.Of(false, ["TRANSPORT"], [], []).ConsiderSmuggling.ShouldBeTrue();

    [Fact]
    public void identification_without_it_is_refused_with_what_is_missing()
    {
        var folder = InventedPerson.Folder();
        VictimDefinition.Require(folder).Refused.ShouldBeFalse();
        folder.Facts.Means.Clear();

        var refusal = VictimDefinition.Require(folder).Refusal.ShouldNotBeNull();

        (refusal.Code, refusal.Values["missing"]).ShouldBe(("REF-2115", "means"));
    }
}
