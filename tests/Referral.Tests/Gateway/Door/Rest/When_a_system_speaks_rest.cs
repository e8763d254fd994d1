using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Referral.Gateway.Border.Trust;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door.Rest;

/// <summary>The same services as REST, and the page that describes them. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_system_speaks_rest(RunningGateways gateways)
{
    [Fact]
    public async Task the_tray_is_read_and_the_notice_acknowledged()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        using var http = Client("LA", "DO", "LA-HOME");

        var tray = await Json(await http.GetAsync("/v1/tray?pageSize=200", Cancel));
        var task = tray.GetProperty("tasks").EnumerateArray()
            .Single(t => t.GetProperty("referral").GetString() == one.Referral);
        var name = task.GetProperty("caseName").GetString();
        var answer = await http.PostAsync($"/v1/{name}:acknowledge", new StringContent(
            $$"""{"commandId":"{{Guid.NewGuid()}}","nationalReference":"INVENTED-2"}""",
            MediaTypeHeaderValue.Parse("application/json")), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json(answer)).GetProperty("letters")[0].GetProperty("kind").GetProperty("code")
            .GetString().ShouldBe("M02");
        (await Json(await http.GetAsync($"/v1/{name}/timeline", Cancel))).GetProperty("referral").GetString()
            .ShouldBe(one.Referral);
        await one.StageAtHome("AwaitingVerification");
    }

    [Fact]
    public async Task the_example_with_curl_does_what_its_page_says()
    {
        if (!File.Exists("/usr/bin/curl"))
            Assert.Skip("curl is not installed.");
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        var script = System.IO.Path.Combine(
            Contracts.RepositoryFile.Root, "docs", "examples", "tray-and-acknowledge.sh");
        var start = new System.Diagnostics.ProcessStartInfo("bash",
            [script, gateways.Network.Of("LA").Pages.ToString().TrimEnd('/'), one.Referral, "INVENTED-3"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["TOKEN"] = PracticeTokens.Issue(gateways.DataFolder("LA"), "LA", "invented.curl",
            "LA-HOME", ["DO"], TimeSpan.FromHours(1));

        using var bash = System.Diagnostics.Process.Start(start)!;
        var errors = bash.StandardError.ReadToEndAsync(Cancel);
        var output = await bash.StandardOutput.ReadToEndAsync(Cancel);
        await bash.WaitForExitAsync(Cancel);

        bash.ExitCode.ShouldBe(0, await errors);
        output.ShouldContain($"Acknowledged: {one.Referral}");
    }

    [Fact]
    public async Task the_example_in_python_prints_the_tray()
    {
        if (!File.Exists("/usr/bin/env"))
            Assert.Skip("There is no env to find python3 with.");
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        var end = await Example("tray.py", "DO");
        end.Code.ShouldBe(0, end.Errors);
        end.Output.ShouldContain("cases/LA-");

        (await Example("tray.py", "SY")).Errors.ShouldStartWith("REF-2002");
    }

    private async Task<Cli.CommandEnd> Example(string name, string role)
    {
        var script = System.IO.Path.Combine(Contracts.RepositoryFile.Root, "docs", "examples", name);
        var start = new System.Diagnostics.ProcessStartInfo("/usr/bin/env",
            ["python3", script, gateways.Network.Of("LA").Pages.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["TOKEN"] = PracticeTokens.Issue(gateways.DataFolder("LA"), "LA", "invented.python",
            "LA-HOME", [role], TimeSpan.FromHours(1));
        using var python = System.Diagnostics.Process.Start(start)!;
        return await Cli.CommandProcess.End(python);
    }

    [Theory]
    [InlineData("/v1/cases/LA-2026-999999", "DO", HttpStatusCode.NotFound, "REF-2004")]
    [InlineData("/v1/cases/LA-2026-999999", "SY", HttpStatusCode.Forbidden, "REF-2002")]
    [InlineData("/v1/tray?pageToken=x", "DO", HttpStatusCode.BadRequest, "REF-2009")]
    public async Task a_refusal_has_the_right_status_our_number_and_the_sentence(
        string path, string role, HttpStatusCode status, string code)
    {
        using var http = Client("LA", role, "LA-HOME");

        var answer = await http.GetAsync(path, Cancel);

        answer.StatusCode.ShouldBe(status);
        var details = (await Json(answer)).GetProperty("details").EnumerateArray().ToList();
        details[0].GetProperty("reason").GetString().ShouldBe(code);
        details[1].GetProperty("locale").GetString().ShouldBe("lo");
    }

    [Fact]
    public async Task nobody_in_particular_is_told_to_sign_in()
    {
        using var http = Client("LA", null, "LA-HOME");

        var answer = await http.GetAsync("/v1/tray", Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Json(answer)).GetProperty("details")[0].GetProperty("reason").GetString().ShouldBe("REF-2001");
    }

    [Fact]
    public async Task the_openapi_page_has_every_call_with_its_words_and_roles()
    {
        using var http = Client("LA", null, "LA-HOME");

        var page = await Json(await http.GetAsync("/openapi.json", Cancel));

        var operations = page.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()).Select(verb => verb.Value).ToList();
        operations.Count.ShouldBe(Contracts.DeskContracts.Files.SelectMany(f => f.Services)
            .SelectMany(s => s.Methods).Count());
        operations.ShouldAllBe(one => one.GetProperty("summary").GetString()!.Length > 10);
        operations.ShouldAllBe(one => one.GetProperty("description").GetString()!.Contains("Roles: "));
        page.GetProperty("paths").GetProperty("/v1/{case}:acknowledge").TryGetProperty("post", out _)
            .ShouldBeTrue();

        // Everything that is referred to is there.
        var schemas = page.GetProperty("components").GetProperty("schemas");
        foreach (var one in System.Text.RegularExpressions.Regex
            .Matches(page.GetRawText(), "\"#/components/schemas/([^\"]+)\"").Select(m => m.Groups[1].Value))
            schemas.TryGetProperty(one, out _).ShouldBeTrue(one);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private HttpClient Client(string country, string? role, string post)
    {
        var http = new HttpClient { BaseAddress = gateways.Network.Of(country).Pages };
        http.DefaultRequestHeaders.Add("accept-language", gateways.Desk(country).Language);
        if (role is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", PracticeTokens.Issue(
                gateways.DataFolder(country), country, "invented.rest", post, [role], TimeSpan.FromHours(1)));
        return http;
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
