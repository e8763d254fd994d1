using System.Text.Json.Nodes;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.SignIn;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.SignIn;

/// <summary>
/// The command as processes against a network with its practice sign-in. Accounts are invented.
/// </summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class When_somebody_signs_in_by_command : IAsyncLifetime
{
    private const string Officer = "demo.la-home.do.1";

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-login-").FullName;
    private readonly HttpClient _browser = new(new SocketsHttpHandler { UseProxy = false });
    private EmbeddedNetwork? _network;

    private CommandProcess Command => new(Path.Combine(_folder, "home"));

    private string Address => _network!.Running.Of("LA").Door.Authority;

    private string Issuer => _network!.Running.SignIn!.ToString();

    [Fact]
    public async Task a_system_signs_in_by_its_secret_and_the_file_is_its_owners_alone()
    {
        var end = await Command.RunWith($"{SignInSettings.Password}\n", "login", "--address", Address,
            "--issuer", Issuer, "--client-id", Officer, "--secret-file", "-");

        end.Code.ShouldBe(Referral.Cli.Exit.Holds, end.Errors);
        var kept = Kept();
        File.GetUnixFileMode(kept).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (end.Output + end.Errors).ShouldNotContain(Value(kept, "AccessToken"));
        File.ReadAllText(kept).ShouldNotContain(SignInSettings.Password);

        (await Command.Run("logout", "--address", Address)).Output.ShouldContain("Signed out");
        Directory.GetFiles(Command.SignIns).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_person_signs_in_with_a_browser_at_the_printed_address()
    {
        using var login = Command.Start("login", "--address", Address, "--issuer", Issuer);
        await login.StandardOutput.ReadLineAsync(Cancel);
        var shown = new Uri((await login.StandardOutput.ReadLineAsync(Cancel))!);

        var page = await SignInAt(shown);

        page.ShouldContain("Signed in");
        var end = await CommandProcess.End(login);
        end.Code.ShouldBe(Referral.Cli.Exit.Holds, end.Errors);
        end.Output.ShouldContain("renewed by itself");
        Value(Kept(), "RefreshToken").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task a_token_near_its_end_is_renewed_by_the_systems_secret_and_told_where_it_cannot_be()
    {
        var secret = Path.Combine(_folder, "own.secret");
        await File.WriteAllTextAsync(secret, SignInSettings.Password, Cancel);
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Command.Run("login", "--address", Address, "--issuer", Issuer, "--client-id", Officer,
            "--secret-file", secret);
        var first = Value(Kept(), "AccessToken");

        (await Command.Run("tray", "--address", Address)).Code.ShouldBe(Referral.Cli.Exit.Holds);
        Value(Kept(), "AccessToken").ShouldBe(first);
        Ends(Kept());
        (await Command.Run("tray", "--address", Address)).Code.ShouldBe(Referral.Cli.Exit.Holds);

        Value(Kept(), "AccessToken").ShouldNotBe(first);
        Ends(Kept());
        await File.WriteAllTextAsync(secret, "changed meanwhile", Cancel);
        var no = await Command.Run("tray", "--address", Address);
        no.Code.ShouldBe(Referral.Cli.Exit.NotSignedIn);
        no.Errors.ShouldStartWith("REF-3203");
    }

    [Fact]
    public async Task a_persons_token_is_renewed_without_the_person()
    {
        using var login = Command.Start("login", "--address", Address, "--issuer", Issuer);
        await login.StandardOutput.ReadLineAsync(Cancel);
        await SignInAt(new Uri((await login.StandardOutput.ReadLineAsync(Cancel))!));
        await CommandProcess.End(login);
        var first = Value(Kept(), "AccessToken");
        Ends(Kept());

        (await Command.Run("tray", "--address", Address)).Code.ShouldBe(Referral.Cli.Exit.Holds);

        Value(Kept(), "AccessToken").ShouldNotBe(first);
    }

    [Fact]
    public async Task a_wrong_secret_is_refused_with_a_number_and_what_to_do()
    {
        var end = await Command.RunWith("wrong\n", "login", "--address", Address,
            "--issuer", Issuer, "--client-id", Officer, "--secret-file", "-", "--language", "th");

        end.Code.ShouldBe(Referral.Cli.Exit.NotSignedIn);
        end.Errors.ShouldStartWith("REF-3204 ผู้ให้บริการ");
        end.Errors.ShouldContain("invalid_client");
    }

    [Theory]
    [InlineData("http://gateway.example:5101", "REF-3205")]
    [InlineData("ftp://gateway.example", "REF-3201")]
    [InlineData("", "REF-3201")]
    public async Task a_gateway_elsewhere_without_tls_or_without_a_name_gets_nothing(
        string address, string code)
    {
        var end = await Command.Run(["login", "--address", address, "--issuer", Issuer]);

        end.Code.ShouldBe(Referral.Cli.Exit.BadInput);
        end.Errors.ShouldStartWith(code);
    }

    [Fact]
    public async Task a_secret_that_others_may_read_is_not_used()
    {
        var file = Path.Combine(_folder, "open.secret");
        await File.WriteAllTextAsync(file, SignInSettings.Password, Cancel);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var end = await Command.Run(["login", "--address", Address, "--issuer", Issuer,
            "--client-id", Officer, "--secret-file", file]);

        end.Code.ShouldBe(Referral.Cli.Exit.BadInput);
        end.Errors.ShouldStartWith("REF-3208");
    }

    public async ValueTask InitializeAsync() => _network = await EmbeddedNetwork.Start(
        Path.Combine(_folder, "net"), new NetworkSettings { WithSignIn = true });

    public async ValueTask DisposeAsync()
    {
        await _network!.DisposeAsync();
        _browser.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // As a browser does: the form goes back with the account, and the answer leads to the command's own port.
    private async Task<string> SignInAt(Uri shown)
    {
        var asked = System.Web.HttpUtility.ParseQueryString(shown.Query);
        var form = asked.AllKeys.ToDictionary(key => key!, key => asked[key]!);
        (form["account"], form["password"]) = (Officer, SignInSettings.Password);
        var answer = await _browser.PostAsync(
            new Uri(shown.GetLeftPart(UriPartial.Path)), new FormUrlEncodedContent(form), Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    // As it stands when its time has come.
    private static void Ends(string file)
    {
        var session = JsonNode.Parse(File.ReadAllText(file))!;
        session["Until"] = DateTimeOffset.UtcNow.AddSeconds(5);
        File.WriteAllText(file, session.ToJsonString());
    }

    private string Kept() => Directory.GetFiles(Command.SignIns, "*.json").ShouldHaveSingleItem();

    private static string Value(string file, string name) =>
        JsonNode.Parse(File.ReadAllText(file))![name]!.GetValue<string>();
}
