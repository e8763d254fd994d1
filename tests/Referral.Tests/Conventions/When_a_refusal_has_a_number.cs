using System.Text.RegularExpressions;
using Referral.Contracts.Refusals;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>
/// A number that code gives has its sentences, and one that has sentences is given somewhere.
/// </summary>
public sealed partial class When_a_refusal_has_a_number
{
    /// <summary>Numbers with sentences that no code gives yet, each with its reason.</summary>
    private static readonly Dictionary<string, string> NotGiven = new(StringComparer.Ordinal)
    {
        ["REF-2010"] =
            "a gateway off loopback takes no practice token at all and answers REF-2001; sign-in comes later",
        ["REF-2412"] = "a letter before its notice waits for the gap and is not refused",
        ["REF-2505"] = "verify says in its own words that a folder holds no journal",
        ["REF-3102"] = "the command says so in the system's own words",
        ["REF-3103"] = "the command says so, with the place of the gateway's log",
        ["REF-3104"] = "the script ./referral says so before there is a program to say it",
    };

    private static readonly IReadOnlySet<string> InCode = Sources.CSharp.Under("services")
        .SelectMany(file => Number().Matches(file.Text).Select(match => match.Value)).ToHashSet();

    [Fact]
    public void it_has_its_sentences() =>
        InCode.Where(number => !RefusalBook.Shipped.Knows(number)).ShouldBeEmpty();

    [Fact]
    public void some_code_gives_it() => RefusalBook.Shipped.All.Select(refusal => refusal.Code)
        .Where(number => !InCode.Contains(number) && !NotGiven.ContainsKey(number)).ShouldBeEmpty();

    [Fact]
    public void what_is_excused_is_really_not_given() => NotGiven.Keys
        .ShouldAllBe(number => RefusalBook.Shipped.Knows(number) && !InCode.Contains(number));

    [Fact]
    public void the_page_of_errors_lists_the_same() => Approved.Match("docs/Errors.md", ErrorsPage.Text());

    [Fact]
    public void those_that_cross_are_those_of_the_contracts_readme()
    {
        var readme = Sources.All.Single(file => file.Path == "contracts/README.md").Text;
        var rows = Row().Matches(readme).SelectMany(row => row.Groups[2].Success
            ? Enumerable.Range(int.Parse(row.Groups[1].Value),
                int.Parse(row.Groups[2].Value) - int.Parse(row.Groups[1].Value) + 1)
            : [int.Parse(row.Groups[1].Value)]);
        RefusalBook.Shipped.All.Where(refusal => refusal.Crosses).Select(refusal => refusal.Code)
            .ShouldBe(rows.Select(number => $"REF-{number}"), ignoreOrder: true);
    }

    [GeneratedRegex(@"REF-\d{4}")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\| REF-(\d{4})(?: to (\d{4}))? \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
