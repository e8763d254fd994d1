using Referral.Language.Translation;
using Referral.Language.Translation.Servers;
using Shouldly;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using Xunit;

namespace Referral.Tests.Language.Translation.Servers;

/// <summary>
/// A played server: this proves the protocol and its errors, and nothing of a translation's quality. Persons
/// are
/// invented.
/// </summary>
public sealed class When_a_translation_server_is_asked : IDisposable
{
    private const string Said = "/translate";
    private static readonly string[] Names = ["บัววัน"];

    private static readonly Glossary Words = new(
        [new("victim", "", "", [new("th", "ผู้เสียหาย"), new("lo", "ຜູ້ເຄາະຮ້າຍ", Term.Preferred),
            new("lo", "ເຫຍື່ອ")])]);

    private readonly WireMockServer _played = WireMockServer.Start();

    public When_a_translation_server_is_asked() => Plays("/languages", 200,
        """[{"code":"th","name":"Thai"},{"code":"lo","name":"Lao"},{"code":"zh-Hans","name":"Chinese"}]""");

    [Fact]
    public async Task names_and_numbers_stay_here_and_agreed_words_are_kept()
    {
        Plays(Said, 200, """{"translatedText":"⟦1⟧ ເປັນເຫຍື່ອ ⟦2⟧"}""");
        var made = await Server().Translate("บัววัน เป็นผู้เสียหาย 0812345678", "th", "lo", Names, Stop);
        made.Text.ShouldBe("บัววัน ເປັນຜູ້ເຄາະຮ້າຍ 0812345678");
        made.Engine.ShouldContain("th-lo");
        var sent = Sent().Single();
        sent.ShouldContain("⟦1⟧");
        sent.ShouldNotContain("บัววัน");
        sent.ShouldNotContain("0812345678");
    }

    [Fact]
    public async Task the_code_that_the_server_has_is_used()
    {
        Plays(Said, 200, """{"translatedText":"x"}""");
        await Server().Translate("她", "zh", "lo", [], Stop);
        Sent().Single().ShouldContain("\"source\":\"zh-Hans\"");
    }

    [Theory]
    [InlineData(400, NotTranslated.BadRequest, 1)]
    [InlineData(403, NotTranslated.KeyRefused, 1)]
    [InlineData(429, NotTranslated.TooFast, 3)]
    [InlineData(500, NotTranslated.ServerFault, 3)]
    [InlineData(302, NotTranslated.ServerFault, 1)]
    public async Task each_error_has_its_code_and_only_what_may_mend_is_tried_again(
        int status, string code, int attempts)
    {
        Plays(Said, status, """{"error":"บัววัน is quoted here"}""");
        var fault = await Refuses(Server());
        fault.Code.ShouldBe(code);
        fault.ToString().ShouldNotContain("บัววัน");
        Sent().Count.ShouldBe(attempts);
    }

    [Theory]
    [InlineData("""{"translatedText":["⟦1⟧"]}""", NotTranslated.AnswerUnreadable)]
    [InlineData("""{"text":"⟦1⟧"}""", NotTranslated.AnswerUnreadable)]
    [InlineData("[]", NotTranslated.AnswerUnreadable)]
    [InlineData("<html>", NotTranslated.AnswerUnreadable)]
    [InlineData("", NotTranslated.AnswerUnreadable)]
    [InlineData("""{"translatedText":"somebody"}""", NotTranslated.NamesLost)]
    [InlineData("""{"translatedText":"⟦1⟧ ⟦1⟧"}""", NotTranslated.NamesLost)]
    public async Task an_answer_that_is_none_is_told(string body, string code)
    {
        Plays(Said, 200, body);
        (await Refuses(Server())).Code.ShouldBe(code);
    }

    [Fact]
    public async Task a_server_that_recovers_is_not_given_up()
    {
        _played.Given(Request.Create().WithPath(Said).UsingPost()).InScenario("s").WillSetStateTo("up")
            .RespondWith(Response.Create().WithStatusCode(503));
        _played.Given(Request.Create().WithPath(Said).UsingPost()).InScenario("s").WhenStateIs("up")
            .RespondWith(Response.Create().WithStatusCode(200).WithBody("""{"translatedText":"⟦1⟧"}"""));
        (await Server().Translate("บัววัน", "th", "lo", Names, Stop)).Text.ShouldBe("บัววัน");
    }

    [Fact]
    public async Task a_slow_server_is_not_waited_for()
    {
        _played.Given(Request.Create().WithPath(Said).UsingPost()).RespondWith(
            Response.Create().WithStatusCode(200).WithBody("{}").WithDelay(TimeSpan.FromSeconds(5)));
        (await Refuses(Server(Settings with { TimeoutSeconds = 1, Retries = 0 }))).Code
            .ShouldBe(NotTranslated.Unreachable);
    }

    [Fact]
    public async Task a_server_that_fails_again_and_again_is_left_alone()
    {
        Plays(Said, 500, "{}");
        using var server = Server(Settings with { Retries = 5 });
        await Refuses(server);
        (await Refuses(server)).Code.ShouldBe(NotTranslated.Resting);
        Sent().Count.ShouldBeLessThan(12);
    }

    [Fact]
    public async Task nothing_is_sent_by_default()
    {
        (await Refuses(Server(Settings with { Enabled = false }))).Code.ShouldBe(NotTranslated.SwitchedOff);
        new TranslationServerSettings().Enabled.ShouldBeFalse();
        _played.LogEntries.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_is_too_long_or_in_a_language_it_has_not_is_not_sent()
    {
        (await Refuses(Server(Settings with { LettersMax = 3 }))).Code.ShouldBe(NotTranslated.TooLong);
        var fault = await Should.ThrowAsync<NotTranslated>(() =>
            Server().Translate("x", "vi", "lo", [], Stop));
        fault.Code.ShouldBe(NotTranslated.LanguageMissing);
        Sent().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://8.8.8.8/")]
    [InlineData("http://translate.example.org/")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://172.32.0.1/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://127.0.0.1.example.org/")]
    public void an_address_outside_the_country_is_refused(string address) =>
        Should.Throw<ArgumentException>(() => Server(Settings with { Address = new Uri(address) }));

    [Theory]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.31.0.1:5000/")]
    [InlineData("http://192.168.0.9/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("https://translate.gov.example/")]
    public void one_inside_is_taken(string address) => (Settings with
    {
        Address = new Uri(address), AllowedHosts = ["translate.gov.example"],
    }).Mistakes().ShouldBeEmpty();

    [Fact]
    public void every_mistake_in_the_settings_is_told_at_once() => (Settings with
    {
        TimeoutSeconds = 0, Retries = 9, LettersMax = 0, Address = new Uri("http://8.8.8.8/"),
    }).Mistakes().Count.ShouldBe(4);

    public void Dispose() => _played.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TranslationServerSettings Settings => new()
    {
        Enabled = true, Address = new Uri(_played.Url!), RetryDelayMilliseconds = 1,
    };

    private TranslationServer Server(TranslationServerSettings? settings = null) =>
        new(settings ?? Settings, Words);

    private static Task<NotTranslated> Refuses(TranslationServer server) =>
        Should.ThrowAsync<NotTranslated>(() => server.Translate("บัววัน อยู่", "th", "lo", Names, Stop));

    private void Plays(string path, int status, string body) => _played.Given(Request.Create().WithPath(path))
        .RespondWith(Response.Create().WithStatusCode(status).WithHeader("Location", "http://127.0.0.1/")
            .WithBody(body));

    private List<string> Sent() => [.. _played.LogEntries.Where(one => one.RequestMessage!.Path == Said)
        .Select(one => one.RequestMessage!.Body ?? "")];
}
