using System.Text;
using Referral.Cli;
using Referral.Cli.Exchange;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Exchange;

public sealed class When_words_are_exchanged : IDisposable
{
    private const string Terms = "# a remark\n"
        + "c1\tlaw\ta person who …\ten\tvictim\tpreferredTerm-admn-sts\tnoun\tS\n"
        + "c1\tlaw\ta person who …\tlo\tຜູ້ເຄາະຮ້າຍ\n"
        + "c2\t\t\tth\tสถานที่พักพิง\n";

    private const string Texts = "u1\tREVIEWED\tlo\tນາງປອດໄພ\nu1\tREVIEWED\tth\tเธอปลอดภัย & <ดี>\n";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task terms_go_out_as_tbx_and_come_back_the_same()
    {
        var table = Put("ours.tsv", Terms);
        (await Call("glossary", "export", At("ours.tbx"), "--from", table)).ShouldBe(Exit.Holds);
        (await Call("glossary", "import", At("ours.tbx"), "--to", At("back.tsv"))).ShouldBe(Exit.Holds);

        var rows = await Rows("back.tsv");
        rows[1].ShouldBe(Terms.Split('\n')[1]);
        rows[2].ShouldBe("c1\tlaw\ta person who …\tlo\tຜູ້ເຄາະຮ້າຍ\t\t\t");
        _output.ToString().ShouldContain("2 concepts, 3 terms");
    }

    [Fact]
    public async Task the_code_lists_go_out_with_their_review_marks()
    {
        (await Call("glossary", "export", At("all.tbx"))).ShouldBe(Exit.Holds);
        (await Call("glossary", "export", At("sex.tbx"), "--list", "sex")).ShouldBe(Exit.Holds);
        (await Call("glossary", "import", At("sex.tbx"), "--to", At("sex.tsv"))).ShouldBe(Exit.Holds);

        var cells = (await Rows("sex.tsv"))[1].Split('\t');
        cells[0].ShouldStartWith("sex.");
        cells[1].ShouldBe("sex");
        // No native reader has checked a word yet: none may be called the preferred one.
        cells[5].ShouldBe("admittedTerm-admn-sts");
        new FileInfo(At("all.tbx")).Length.ShouldBeGreaterThan(new FileInfo(At("sex.tbx")).Length * 10);
    }

    [Fact]
    public async Task translations_go_out_as_tmx_and_come_back_with_their_state()
    {
        var table = Put("ours.tsv", Texts);
        (await Call("memory", "export", At("ours.tmx"), "--from", table)).ShouldBe(Exit.Holds);
        (await Call("memory", "import", At("ours.tmx"), "--to", At("back.tsv"))).ShouldBe(Exit.Holds);

        (await Rows("back.tsv")).Skip(1).ShouldBe(Texts.Split('\n'));
    }

    [Theory]
    [InlineData("glossary", "c1\tlaw\tx\ten\n", "Line 1")]
    [InlineData("glossary", "c1\t\t\ten\tvictim\tbestTerm\n", "an unknown status")]
    [InlineData("glossary", "c1\t\t\ten\ta\nc2\t\t\ten\tb\nc1\t\t\tlo\tc\n", "Line 3")]
    [InlineData("glossary", "no name\t\t\ten\ta\n", "What would be written is not valid")]
    [InlineData("memory", "u1\tPERFECT\ten\tx\n", "an unknown state")]
    [InlineData("memory", "u1\tREVIEWED\ten\n", "Line 1")]
    [InlineData("memory", "u1\tREVIEWED\ten\tx\nu1\tREVIEWED\ten\ty\n", "a language twice")]
    public async Task a_table_that_is_not_in_order_is_refused_whole(string verb, string table, string why)
    {
        (await Call(verb, "export", At("out.xml"), "--from", Put("bad.tsv", table))).ShouldBe(Exit.BadInput);

        _output.ToString().ShouldContain(why);
        File.Exists(At("out.xml")).ShouldBeFalse();
        Directory.GetFiles(_folder.Path).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("glossary", "<martif type='TBX'/>")]
    [InlineData("glossary", "<!DOCTYPE tbx [<!ENTITY a 'b'>]><tbx/>")]
    [InlineData("memory", "<tmx version='2.0'/>")]
    [InlineData("memory", "no xml")]
    public async Task a_file_that_is_not_valid_is_refused_whole(string verb, string text)
    {
        (await Call(verb, "import", Put("bad.xml", text), "--to", At("out.tsv"))).ShouldBe(Exit.BadInput);

        _output.ToString().ShouldContain("bad.xml is not admitted. Line ");
        File.Exists(At("out.tsv")).ShouldBeFalse();
    }

    [Fact]
    public async Task no_file_is_written_over_and_a_missing_one_is_named()
    {
        var table = Put("ours.tsv", Terms);
        (await Call("glossary", "export", table, "--from", table)).ShouldBe(Exit.BadInput);
        (await File.ReadAllTextAsync(table, TestContext.Current.CancellationToken)).ShouldBe(Terms);
        (await Call("memory", "import", At("none.tmx"), "--to", At("x.tsv"))).ShouldBe(Exit.BadInput);
        _output.ToString().ShouldContain("none.tmx");
        (await Call("glossary", "export", At("x.tbx"), "--list", "nothing")).ShouldBe(Exit.BadInput);
    }

    [Fact]
    public async Task a_long_file_tells_how_far_it_is_read()
    {
        var rows = new StringBuilder();
        for (var unit = 0; rows.Length < ReadFile.ProgressBytes; unit++)
            rows.Append("u").Append(unit).Append("\tMACHINE\ten\t").Append('x', 1000).Append('\n');
        (await Call("memory", "export", At("ours.tmx"), "--from", Put("long.tsv", rows.ToString())))
            .ShouldBe(Exit.Holds);

        _output.ToString().ShouldContain("read 4.0 of 4.0 MB");
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private string Put(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    private Task<string[]> Rows(string name) =>
        File.ReadAllTextAsync(At(name)).ContinueWith(read => read.Result.Split('\n'), TaskScheduler.Default);

    private Task<int> Call(params string[] arguments) => CommandLine.Run(arguments, Screen.To(_output));
}
