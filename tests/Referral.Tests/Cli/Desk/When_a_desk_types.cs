using Referral.Cli;
using Referral.Cli.Desk;
using Referral.Cli.OneCase;
using Referral.Cli.SignIn;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Tests.Contracts;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Desk;

/// <summary>What the command makes of words, and what it puts on a screen. Persons are invented.</summary>
public class When_a_desk_types
{
    [Fact]
    public void pairs_become_a_section_and_its_mask()
    {
        var edit = SectionWords.OfPairs(["person.sex=F", "person.nationality_claimed=LA,VN",
            "person.is_child=true", "person.name.order=GIVEN_FAMILY", "person.birth.date.value=2004-08-17",
            "person.languages=[{\"code\":\"lao\",\"level\":\"native\"}]", "person.ethnicity="]).Given!;

        edit.Name.ShouldBe("person");
        var person = edit.Section.Person;
        (person.Sex, person.IsChild).ShouldBe(("F", true));
        person.NationalityClaimed.ShouldBe(["LA", "VN"]);
        person.Name.Order.ShouldBe(NameOrder.GivenFamily);
        person.Birth.Date.Value.ShouldBe("2004-08-17");
        person.Languages.Single().Code.ShouldBe("lao");
        edit.Mask.Paths.ShouldBe(["sex", "nationality_claimed", "is_child", "name.order", "birth.date.value",
            "languages", "ethnicity"]);
    }

    [Fact]
    public void a_file_writes_what_stands_in_it_or_what_the_mask_names()
    {
        const string json = """{"originFamily": {"placeOfOrigin": {"asWritten": "x"}}}""";

        SectionWords.OfJson(json, []).Given!.Mask.Paths.ShouldBe(["place_of_origin"]);
        SectionWords.OfJson(json, ["place_of_origin.as_written"]).Given!.Mask.Paths
            .ShouldBe(["place_of_origin.as_written"]);
    }

    [Theory]
    [InlineData("person.shoe=1")]
    [InlineData("wish.sex=F")]
    [InlineData("person")]
    [InlineData("person.sex")]
    [InlineData("person.sex=F", "facts.sector=FACTORY")]
    [InlineData("person.is_child=perhaps")]
    [InlineData("person.languages.code=lao")]
    public void what_the_folder_does_not_have_is_refused_before_anything_is_sent(params string[] pairs) =>
        SectionWords.OfPairs(pairs).No!.Code.ShouldBe("REF-3207");

    [Fact]
    public void a_refusal_does_not_tell_what_was_written() =>
        SectionWords.OfPairs(["person.is_child=บัววัน"]).No!.Sentence("en").ShouldNotContain("บัววัน");

    [Fact]
    public void a_sheet_gets_no_formula_of_a_neighbour()
    {
        var output = new StringWriter();

        Rows.Csv(output, ["Case", "Words"], [["TH-1", "=cmd|' /C calc'!A0"], ["ລາວ", "a \"b\", c"]]);

        var lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        lines[0].ShouldBe("Case,Words");
        lines[1].ShouldStartWith("TH-1,\"'=cmd");
        lines[2].ShouldBe("ລາວ,\"a \"\"b\"\", c\"");
    }

    [Fact]
    public void a_terminal_gets_no_commands_of_a_neighbour() =>
        Plain.Of("a\u001b[2Jb\u202ec\rd").ShouldBe("a\uFFFD[2Jb\uFFFDc\uFFFDd");

    [Fact]
    public void only_what_has_its_effect_once_is_asked_again()
    {
        CallsAgain.IsSafe(new ListTrayRequest()).ShouldBeTrue();
        CallsAgain.IsSafe(new AcknowledgeRequest { CommandId = "x" }).ShouldBeTrue();
        CallsAgain.IsSafe(new AcknowledgeRequest()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1:5101", "http://127.0.0.1:5101")]
    [InlineData("gateway.example:443", "https://gateway.example")]
    [InlineData("https://gateway.example:5443", "https://gateway.example:5443")]
    public void an_address_elsewhere_means_tls(string named, string whole) =>
        GatewayAddress.Of(named).Given!.Name.ShouldBe(whole);

    [Fact]
    public void the_page_of_interfaces_says_the_same_exit_codes()
    {
        var page = RepositoryFile.Text("docs/Interfaces.md");
        var codes = typeof(Exit).GetFields().ToDictionary(one => one.Name, one => (int)one.GetValue(null)!);

        var rows = System.Text.RegularExpressions.Regex.Matches(page, @"^\| (\d) \| (\w+) \|",
            System.Text.RegularExpressions.RegexOptions.Multiline);
        rows.ToDictionary(row => row.Groups[2].Value, row => int.Parse(row.Groups[1].Value))
            .ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public async Task a_shell_completes_what_the_command_knows()
    {
        var output = new StringWriter();
        (await CommandLine.Run(["[suggest:7]", "case ac"], Screen.To(output))).ShouldBe(0);
        output.ToString().Trim().ShouldBe("acknowledge");

        foreach (var shell in new[] { "bash", "zsh", "pwsh" })
            (await CommandLine.Run(["completion", shell], Screen.To(output))).ShouldBe(0);
        output.ToString().ShouldContain("[suggest:");
    }

    [Theory]
    [InlineData("case", "edit", "TH-2026-000001", "person.sex=F", "--request-id",
        "019a0000-0000-7000-8000-000000000001")]
    [InlineData("case", "edit", "TH-2026-000001")]
    [InlineData("case", "new", "LA", "--request-id", "7")]
    [InlineData("watch", "--from", "yesterday")]
    [InlineData("tray", "--output", "xml")]
    [InlineData("tray", "--timeout", "0")]
    [InlineData("tray", "--token-file", "a", "--certificate", "b")]
    public async Task a_wrong_word_ends_with_2_and_nothing_is_sent(params string[] words) =>
        (await CommandLine.Run(words, Screen.To(new StringWriter()))).ShouldBe(Exit.BadInput);
}
