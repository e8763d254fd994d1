using Referral.Cli;
using Referral.Gateway.Border.Trust;
using Referral.Network;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Trust;

/// <summary>The verbs of `referral trust`, as two administrators and one gateway use them.</summary>
public sealed class When_administrators_keep_the_list : IDisposable
{
    private static readonly string Country = Members.Codes[0];

    private readonly TemporaryFolder _folder = new();
    private StringWriter _output = new();

    private string List => At("trust.json");

    private string Member => At("member.json");

    private string Home => At("gateway");

    private string[] Both => ["--key", At("first.pem"), "--key", At("second.pem")];

    [Fact]
    public async Task from_the_first_version_to_a_gateways_folder()
    {
        await Founded();
        var fingerprint = TrustFile.Open(List).Outcome.Fingerprint;
        _output.ToString().ShouldContain(fingerprint);

        (await Call(Exit.BadInput, "verify", List, "--into", Home)).ShouldContain("with --fingerprint");
        (await Call(Exit.DoesNotHold, "verify", List, "--fingerprint", new string('a', 64)))
            .ShouldContain("REF-2427");
        await Call(Exit.Holds, "verify", List, "--fingerprint", fingerprint, "--into", Home);

        TrustList.Read(Path.Combine(Home, TrustList.FileName)).Of(Country).ShouldNotBeNull();
    }

    [Fact]
    public async Task the_second_person_signs_elsewhere()
    {
        await Founded();
        await Publish("--new", "sign", "--new", "seal");

        await Call(Exit.Holds, "rotate", List, "--member", Member, "--key", At("first.pem"));
        TrustFile.Open(List).Outcome.Latest.Version.ShouldBe(1);
        (await Call(Exit.DoesNotHold, "verify", List + ".unfinished")).ShouldContain("REF-2421");
        await Call(Exit.Holds, "sign", List + ".unfinished", "--key", At("second.pem"));

        File.Exists(List + ".unfinished").ShouldBeFalse();
        var list = TrustFile.Open(List).Outcome;
        list.Latest.Version.ShouldBe(2);
        list.Latest.Members[0].Keys.Count.ShouldBe(4);
        (await Call(Exit.Holds, "show", List)).ShouldContain("not yet used");
    }

    [Fact]
    public async Task a_lost_key_is_revoked_and_an_older_list_is_refused()
    {
        await Founded();
        File.Copy(List, At("older.json"));
        var kid = TrustFile.Open(List).Outcome.Latest.Members[0].Keys[0].Kid;

        await Call(Exit.Holds, ["revoke", List, "--kid", kid, .. Both]);

        (await Call(Exit.Holds, "show", List)).ShouldContain("revoked");
        (await Call(Exit.DoesNotHold, "verify", At("older.json"), "--held", List)).ShouldContain("REF-2423");
        (await Call(Exit.DoesNotHold, ["revoke", List, "--kid", kid, .. Both])).ShouldContain("REF-2428");
    }

    [Fact]
    public async Task the_public_half_of_the_other_is_enough_to_begin()
    {
        AdministratorKey.Create(At("second.pem")).Dispose();

        await Call(Exit.Holds, "init", List, "--key", At("first.pem"), "--other", At("second.pem.pub"));
        await Call(Exit.Holds, "sign", List + ".unfinished", "--key", At("second.pem"));

        TrustFile.Open(List).Outcome.Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task a_member_is_added_and_an_administrator_is_followed_by_another()
    {
        await Call(Exit.Holds, ["init", List, .. Both]);
        await Publish();
        await Call(Exit.Holds, ["add", List, "--member", Member, .. Both]);
        using var third = AdministratorKey.Create(At("third.pem"));
        var leaving = TrustFile.Open(List).Outcome.Latest.Administrators[1].Kid;

        await Call(Exit.Holds,
            ["rotate", List, "--administrator", leaving, "--by", At("third.pem.pub"), .. Both]);

        (await Call(Exit.DoesNotHold, ["add", List, "--member", Member, .. Both])).ShouldContain("REF-2428");
        TrustFile.Open(List).Outcome.Latest.Administrators[1].ShouldBe(third.Public);
    }

    [Fact]
    public async Task what_cannot_be_used_is_bad_input_in_one_sentence()
    {
        await Call(Exit.BadInput, "show", At("none.json"));
        await Call(Exit.BadInput, "init", List, "--key", At("first.pem"));
        await Founded();
        await Call(Exit.BadInput, ["init", List, .. Both]);
        await File.WriteAllTextAsync(Member, "{}", TestContext.Current.CancellationToken);
        await Call(Exit.BadInput, ["add", List, "--member", Member, .. Both]);
        await Call(Exit.BadInput, ["rotate", List, .. Both]);
        await Call(Exit.BadInput, "publish", "--country", Country, "--data", At("none"), "--out", Member);
    }

    [Theory]
    [InlineData("init")]
    [InlineData("publish")]
    [InlineData("add")]
    [InlineData("rotate")]
    [InlineData("revoke")]
    [InlineData("sign")]
    [InlineData("show")]
    [InlineData("verify")]
    public async Task each_verb_shows_an_example(string verb) =>
        (await Call(Exit.Holds, verb, "--help")).ShouldContain($"referral trust {verb} ");

    private async Task Founded()
    {
        await Publish();
        await Call(Exit.Holds, ["init", List, .. Both, "--member", Member]);
    }

    private Task Publish(params string[] more)
    {
        Directory.CreateDirectory(Home);
        return Call(Exit.Holds, ["publish", "--country", Country, "--data", Home, "--out", Member, .. more]);
    }

    private async Task<string> Call(int exit, params string[] arguments)
    {
        _output = new StringWriter();
        (await CommandLine.Run(["trust", .. arguments], Screen.To(_output)))
            .ShouldBe(exit, _output.ToString());
        return _output.ToString();
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    public void Dispose() => _folder.Dispose();
}
