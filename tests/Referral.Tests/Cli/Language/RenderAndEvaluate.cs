using Referral.Cli;
using Referral.Cli.Language;
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
