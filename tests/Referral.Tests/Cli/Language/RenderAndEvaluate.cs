using Referral.Cli;
using Referral.Cli.Language;
using Referral.Language;
using Referral.Language.Cards;
using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Language;

public sealed class When_lines_are_rendered
{
    [Fact]
    public async Task each_line_goes_out_with_its_form()
    {
        var output = new StringWriter();
        var rtgs = Schemes.Find("rtgs", NameKind.Person)!;
        var code = await RenderVerb.Run(
            Screen.To(output), new StringReader("บัววัน\n\nบัว\tx\n"), rtgs, CancellationToken.None);
        code.ShouldBe(Exit.Holds);
        output.ToString().Split('\n')[..3].ShouldBe(["บัววัน\tBuawan", "\t", "บัว\tBua"]);
        output.ToString().ShouldContain($"1 without a form: {Reasons.Empty}");
    }
}

public sealed class When_a_list_is_evaluated
{
    private static readonly string[] List =
    [
        "# native, expected, flags", "บัว แดง\tBua Daeng\tregular", "บัวแดง\tBua daang\tregular",
        "ดอน\tNo\tirregular",
    ];

    [Fact]
    public void only_rows_that_follow_from_the_scheme_count()
    {
        var rows = EvaluateVerb.Scored(List, "rtgs", Schemes.Find("rtgs", NameKind.Place)!, half: null);
        rows.Select(row => (row.SameLetters, row.SameSpaces, row.Distance))
            .ShouldBe([(true, true, 0), (false, false, 1)]);
    }

    [Fact]
    public void the_halves_share_no_row()
    {
        var rtgs = Schemes.Find("rtgs", NameKind.Place)!;
        int Count(int half) => EvaluateVerb.Scored(List, "rtgs", rtgs, half).Count();
        (Count(0) + Count(1)).ShouldBe(2);
    }

    [Theory]
    [InlineData("Sômphon", "Somphon", true)]
    [InlineData("Lü Na", "Lu Na", false)]
    [InlineData("Sa-at", "Saat", true)]
    public void letters_are_compared_without_what_is_between_them(string made, string expected, bool same) =>
        new ScoredRow("", expected, made).SameLetters.ShouldBe(same);
}

public sealed class When_a_name_card_is_shown
{
    [Fact]
    public void it_says_where_each_form_comes_from_and_what_may_be_printed()
    {
        var output = new StringWriter();
        NameVerb.Print(Screen.To(output), NameCards.Of("นางสาวบัววัน สีดา")).ShouldBe(Exit.Holds);
        var shown = output.ToString();
        foreach (var part in new[] { "นางสาว", "Buawan Sida", "RTGS-1999", Engine.Version, "generated",
            "REF-2308" })
            shown.ShouldContain(part);
    }

    [Fact]
    public void the_documents_spelling_may_be_printed()
    {
        var output = new StringWriter();
        NameVerb.Print(Screen.To(output), NameCards.Of("王小明").WithDocument("WANG XIAOMING", "passport"));
        output.ToString().ShouldContain("May stand on a travel document: WANG XIAOMING");
    }

    [Fact]
    public void a_text_that_is_no_name_says_why()
    {
        var output = new StringWriter();
        NameVerb.Print(Screen.To(output), NameCards.Of("12")).ShouldBe(Exit.BadInput);
        output.ToString().ShouldContain(Reasons.OtherScript);
    }
}
