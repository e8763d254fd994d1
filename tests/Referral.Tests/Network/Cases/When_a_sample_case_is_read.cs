using Referral.Gateway.Repatriation;
using Referral.Network.Cases;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Cases;

public class When_a_sample_case_is_read
{
    public static TheoryData<string> Samples => [.. CaseLibrary.Ids];

    [Fact]
    public void there_are_five_of_them() => CaseLibrary.Ids.ShouldBe(["C1", "C2", "C3", "C4", "C7"]);

    [Theory]
    [MemberData(nameof(Samples))]
    public void nothing_is_wrong_with_it(string id) =>
        CaseReader.Read(CaseLibrary.Bytes($"{id}.json")).Problems.ShouldBeEmpty();

    [Fact]
    public void what_the_file_says_stands_in_the_records()
    {
        var sample = CaseLibrary.Sample("C1");

        sample.Person.Name.Order.ShouldBe("given-family");
        sample.Person.OtherNames.Count.ShouldBe(2);
        sample.Person.Birth.Value.ShouldBe("2004-08-17");
        sample.Events[5].Letters.ShouldBe(["M01", "M05"]);
        sample.OtherSide(sample.Host).ShouldBe(sample.Origin);
    }

    [Theory]
    [InlineData("RC-TH-LA-2025-000101-", 'N')]
    [InlineData("RC-CN-LA-2025-000009-", 'B')]
    [InlineData("RC-TH-LA-2026-000058-", 'D')]
    public void its_check_character_is_that_of_the_standard(string reference, char check) =>
        ReferralNumber.CheckOf(reference).ShouldBe(check);
}
