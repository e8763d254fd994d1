using Referral.Cli;
using Referral.Cli.Language;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Language;

public sealed class When_names_are_matched
{
    private const string Persons =
        "# invented persons\n1\tບົວວັນ ສີສະຫວັດ\t2004-08-17\tF\n2\tสมชาย ทองดี\t1990\tM\n3\tบัววัน ใจดี\n";

    [Fact]
    public async Task each_query_gets_its_likest_with_id_and_score()
    {
        var rows = await Matched("Bouavanh Sisavath\nSomchay\n");
        rows[0].ShouldStartWith("Bouavanh Sisavath\t1\t0.9");
        rows.First(row => row.StartsWith("Somchay\t", StringComparison.Ordinal))
            .ShouldStartWith("Somchay\t2\t0.");
    }

    [Fact]
    public async Task a_birth_date_beside_the_name_parts_those_of_one_name()
    {
        (await Matched("Buawan\t2004-08-17\n"))[0].ShouldStartWith("Buawan\t1\t");
        (await Matched("Buawan\t1971\n"))[0].ShouldStartWith("Buawan\t3\t");
    }

    [Fact]
    public async Task reasons_follow_where_they_are_asked_for() =>
        (await Matched("Buawan\n", explain: true))[1].ShouldStartWith("#\tName\tBuawan\t");

    [Fact]
    public async Task an_empty_line_is_nobody() => (await Matched("\n\n")).ShouldBe([""]);

    private static async Task<string[]> Matched(string queries, bool explain = false)
    {
        var output = new StringWriter();
        var code = await MatchVerb.Run(Screen.To(output), new StringReader(Persons),
            new StringReader(queries),
            explain, CancellationToken.None);
        code.ShouldBe(Exit.Holds);
        return output.ToString().Split('\n');
    }
}
