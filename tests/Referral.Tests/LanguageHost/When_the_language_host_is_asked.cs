using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts.Language;
using Referral.Language;
using Referral.Language.Matching;
using Referral.Language.Transcription;
using Referral.LanguageHost;
using Shouldly;
using Xunit;
using Kind = Referral.Contracts.Language.RenderRequest.Types.Kind;

namespace Referral.Tests.LanguageHost;

/// <summary>The host on a free port, beside the library in this process. Names are invented.</summary>
public sealed class When_the_language_host_is_asked : IAsyncLifetime
{
    private readonly WebApplication _host = LanguageProgram.Build(["--port", "0"]);
    private GrpcChannel? _channel;

    private LanguageEngine.LanguageEngineClient Engine => new(_channel);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _host.StartAsync(Stop);
        var address = _host.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        address.ShouldStartWith("http://127.0.0.1:");
        _channel = GrpcChannel.ForAddress(address);
    }

    [Theory]
    [InlineData("นางสาวบัววัน สีสวัสดิ์", "lo")]
    [InlineData("ບົວວັນ ສີສະຫວັດ", "th")]
    [InlineData("欧阳丽", "vi")]
    [InlineData("<b>😀</b>", "en")]
    public async Task it_renders_as_the_library_does(string text, string reader)
    {
        var name = new PersonName(text, Scripts.Of(text), null, null, null, null, NameOrder.Unknown);
        var answer = await Engine.RenderAsync(new() { Text = text, Kind = Kind.Person, Reader = reader },
            cancellationToken: Stop);
        answer.Forms.Select(form => (form.Text, form.Kind, form.Script, form.Scheme))
            .ShouldBe(Names.Render(name, reader)
                .Select(form => (form.Text, form.Kind, form.Script, form.Scheme)));
    }

    [Fact]
    public async Task it_renders_places_and_dates_too()
    {
        var place = await Engine.RenderAsync(
            new() { Text = "ບ້ານ ໂພນທອງ", Kind = Kind.Place, Reader = "th" }, cancellationToken: Stop);
        place.Forms.Select(form => form.Text)
            .ShouldBe(Places.Render("ບ້ານ ໂພນທອງ", "Laoo", "th").Select(form => form.Text));
        var date = await Engine.RenderAsync(
            new() { Text = "17 สิงหาคม 2547", Kind = Kind.Date, Reader = "en" }, cancellationToken: Stop);
        date.Forms.Single().Text.ShouldBe(Dates.Write("2004-08-17", Precision.Day, "en"));
    }

    [Theory]
    [InlineData("บัววัน", "rtgs")]
    [InlineData("ບົວວັນ", "bgn")]
    [InlineData("ບົວວັນ", "rtgs")]
    public async Task it_romanises_as_the_library_does(string text, string scheme)
    {
        var made = Schemes.Find(scheme, NameKind.Person)!.Of(text);
        var answer = await Engine.RomaniseAsync(new() { Text = text, Scheme = scheme },
            cancellationToken: Stop);
        (answer.Text, answer.Reason).ShouldBe((made.Text, made.Reason));
    }

    [Fact]
    public async Task it_matches_as_the_library_does()
    {
        var answer = await Engine.MatchAsync(new()
        {
            Asked = new() { Names = { "Bouavanh" }, Born = "2004" },
            Held =
            {
                new Person { Id = "1", Names = { "สมชาย" } },
                new Person { Id = "2", Names = { "ບົວວັນ ສີສະຫວັດ" }, Born = "2004-08-17" },
            },
        }, cancellationToken: Stop);
        var here = PersonMatch.Score(
            new("", ["Bouavanh"], "2004"), new("2", ["ບົວວັນ ສີສະຫວັດ"], "2004-08-17"));
        answer.Found.Select(one => one.Id).ShouldBe(["2", "1"]);
        answer.Found[0].Score.ShouldBe(here.Score);
        answer.Found[0].Reasons.Select(one => (one.Asked, one.Held, one.Because, one.Agreement, one.Share))
            .ShouldBe(here.Reasons.Select(one =>
                (one.Asked, one.Held, one.Because, one.Agreement, one.Weight)));
    }

    [Fact]
    public async Task who_translated_does_not_review()
    {
        var unit = new TranslatedText
        {
            Id = "1", SourceLanguage = "th", TargetLanguage = "lo", Source = "x", State = "UNTRANSLATED",
        };
        var draft = await Engine.MoveTranslationAsync(
            new() { Unit = unit, ToState = "HUMAN_DRAFT", Target = "y", By = "tr.1" },
                cancellationToken: Stop);
        draft.Unit.State.ShouldBe("HUMAN_DRAFT");
        var refused = await Engine.MoveTranslationAsync(
            new() { Unit = draft.Unit, ToState = "REVIEWED", By = "tr.1" }, cancellationToken: Stop);
        (refused.Unit, refused.Refused).ShouldBe((null, "SAME_PERSON"));
    }

    [Theory]
    [InlineData("xx", Kind.Person)]
    [InlineData("en", Kind.Unspecified)]
    public async Task what_the_contract_does_not_allow_is_refused_without_the_text(string reader, Kind kind)
    {
        var no = await Should.ThrowAsync<RpcException>(async () =>
            await Engine.RenderAsync(new() { Text = "Secretname", Kind = kind, Reader = reader },
                cancellationToken: Stop));
        no.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        no.Status.Detail.ShouldNotContain("Secretname");
    }

    [Fact]
    public async Task too_much_at_once_is_refused()
    {
        var request = new MatchRequest { Asked = new() { Names = { "a" } } };
        request.Held.AddRange(Enumerable.Range(0, 1001).Select(_ => new Person { Names = { "a" } }));
        (await Should.ThrowAsync<RpcException>(async () =>
            await Engine.MatchAsync(request, cancellationToken: Stop)))
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await Should.ThrowAsync<RpcException>(async () => await Engine.RomaniseAsync(
            new() { Text = new string('x', 1001), Scheme = "rtgs" }, cancellationToken: Stop))).StatusCode
            .ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task it_says_that_it_is_well_and_what_it_serves()
    {
        var health = await new Health.HealthClient(_channel).CheckAsync(new(), cancellationToken: Stop);
        health.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
        using var call = new ServerReflection.ServerReflectionClient(_channel).ServerReflectionInfo(
            cancellationToken: Stop);
        await call.RequestStream.WriteAsync(new() { ListServices = "*" }, Stop);
        (await call.ResponseStream.MoveNext(Stop)).ShouldBeTrue();
        call.ResponseStream.Current.ListServicesResponse.Service.Select(one => one.Name)
            .ShouldContain("referral.language.v1.LanguageEngine");
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await _host.DisposeAsync();
    }
}
