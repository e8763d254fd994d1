using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Network;
using Referral.Network.Containers;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Containers;

public sealed class When_a_network_of_containers_is_founded : IDisposable
{
    private readonly string _temporary = Directory.CreateTempSubdirectory("referral-founded-").FullName;

    private string Folder => Path.Combine(_temporary, "network");

    [Fact]
    public void every_file_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Found();

        const UnixFileMode owner =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var path in Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories)
            .Append(Folder))
        {
            // An empty file that only says that somebody founds.
            if (OperatingSystem.IsWindows() || Path.GetFileName(path) == "network.lock") continue;
            (File.GetUnixFileMode(path) & ~owner).ShouldBe(UnixFileMode.None, path);
        }
    }

    [Fact]
    public void each_password_is_another_and_stands_in_no_setting()
    {
        Found();

        var passwords = Files("databases").Select(file => Read(file).Trim().Split(':')[^1]).ToList();
        passwords.Distinct().Count().ShouldBe(2 * Members.Codes.Count);
        passwords.ShouldAllBe(password => password.Length == 40);
        var told = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "settings.json" or "compose.env" or "sign-in.jwks")
            .Select(Read).ToList();
        told.Count.ShouldBe(2 * Members.Codes.Count + 1);
        told.ShouldAllBe(text => passwords.All(password => !text.Contains(password)));
    }

    [Fact]
    public void a_gateways_folder_holds_no_key_that_signs_for_officers()
    {
        Found();

        foreach (var code in Members.Codes)
        {
            var home = Members.DataFolder(Folder, code);
            Directory.GetFiles(home, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is "practice.pem" || Read(file).Contains("\"d\""))
                .ShouldBeEmpty();
            var settings = System.Text.Json.JsonSerializer.Deserialize<GatewaySettings>(
                Read(Path.Combine(home, "settings.json")), SettingsJson.Options)!;
            settings.PracticeTokens.ShouldBeFalse();
            settings.SignIn.ShouldNotBeNull();
            TrustFile.Open(Path.Combine(home, TrustList.FileName)).Refused.ShouldBeFalse();
        }
    }

    [Fact]
    public void each_container_gets_its_own_certificates_and_none_that_signs_more()
    {
        Found();

        foreach (var code in Members.Codes.Select(code => code.ToLowerInvariant()))
        {
            var others = Members.Codes.Select(other => other.ToLowerInvariant()).Except([code]);
            Files($"certificates/{code}").Select(Path.GetFileName).ShouldBe(
                [.. others.Select(other => $"{code}-to-{other}").Append($"{code}-letterbox")
                    .SelectMany(user => new[] { $"{user}.pem", $"{user}.key" }), "root.pem"],
                ignoreOrder: true);
        }
        Files("certificates/broker").Select(Path.GetFileName)
            .ShouldBe(["broker.key", "broker.pem", "root.pem"], ignoreOrder: true);
        Files("broker").Select(Read)
            .ShouldAllBe(text => !text.Contains("amqp://") && !text.Contains("assword\":\""));
    }

    [Fact]
    public void a_second_time_is_refused_and_changes_nothing()
    {
        Found();
        var before = Everything();

        Should.Throw<NetworkFault>(Found).Message.ShouldContain("founded before");

        Everything().ShouldBe(before);
    }

    [Fact]
    public void one_that_was_cut_off_goes_on_and_keeps_what_is_there()
    {
        Found();
        var before = Everything();
        File.Delete(Path.Combine(Folder, "compose.env"));
        var lost = Files("databases")[0];
        File.Delete(lost);

        Found();

        var after = Everything();
        after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
        foreach (var kept in before.Keys.Where(path => path != lost && !path.EndsWith("definitions.json")))
            after[kept].ShouldBe(before[kept], kept);
    }

    [Fact]
    public void the_gateways_are_found_again_by_their_ports()
    {
        ContainerFounding.Found(Folder, new() { FirstGrpcPort = 6101, FirstPagesPort = 6201 });

        var network = ContainerNetwork.Of(Folder);

        network.Gateways.Select(one => one.Door.Port).ShouldBe([6101, 6102, 6103, 6104]);
        network.Gateways.Select(one => one.Pages.Port).ShouldBe([6201, 6202, 6203, 6204]);
        network.Gateways.ShouldAllBe(one => one.Door.Host == "127.0.0.1");
    }

    [Theory]
    [InlineData("1000:1000", true)]
    [InlineData("0:1000", false)]
    [InlineData("1000:0", false)]
    [InlineData("1000", false)]
    [InlineData("-1:1000", false)]
    [InlineData("somebody:1000", false)]
    public void containers_run_as_a_number_that_is_not_roots(string text, bool taken) =>
        (ContainerUser.Parse(text) is not null).ShouldBe(taken);

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    private void Found() => ContainerFounding.Found(Folder, new());

    private string[] Files(string folder) => Directory.GetFiles(Path.Combine(Folder, folder));

    private Dictionary<string, string> Everything() =>
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, Read);

    private static string Read(string file) => File.ReadAllText(file);
}
