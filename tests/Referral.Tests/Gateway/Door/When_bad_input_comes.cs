using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Gateway.Border.Trust;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>
/// What no proper client sends, over the wire as it is, to a gateway that listens: the right status, no
/// memory kept, and the gateway goes on. All persons are invented.
/// </summary>
[Collection(MeasuredAtTheDoor.Name)]
public sealed class When_bad_input_comes(RunningGateways gateways) : IAsyncLifetime
{
    private const int KeptBytesMax = 50 * 1024 * 1024;
    private const string Path = "/referral.desk.v1.Cases/";

    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private Desk Desk => gateways.Desk("TH");

    [Fact]
    public async Task a_content_type_that_is_none_of_ours()
    {
        using var answer = await Send("ListTray", Frame([]), type: "text/plain");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 100, 1, 2, 3 })]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 1, 0, 0, 0, 3, 1, 2, 3 })]
    public async Task a_frame_that_breaks_off_or_is_none(byte[] frame)
    {
        using var answer = await Send("ListTray", frame);
        StatusOf(answer).ShouldBeOneOf(StatusCode.ResourceExhausted, StatusCode.InvalidArgument);
        NumberOf(answer).ShouldBe("REF-2015");
    }

    [Fact]
    public async Task a_small_frame_that_unpacks_to_a_hundred_megabytes()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
                await gzip.WriteAsync(zeros, Cancel);
        }

        using var answer = await Send("ListTray", Frame(packed.ToArray(), packed: true), encoding: "gzip");
        StatusOf(answer).ShouldBe(StatusCode.ResourceExhausted);
        NumberOf(answer).ShouldBe("REF-2015");
    }

    [Fact]
    public async Task a_message_over_the_limit()
    {
        using var answer = await Send("EditSection", Frame(new byte[17 * 1024 * 1024]));
        StatusOf(answer).ShouldBe(StatusCode.ResourceExhausted);
        NumberOf(answer).ShouldBe("REF-2015");
    }

    [Fact]
    public async Task a_flood_of_headers()
    {
        var request = Request("ListTray", Frame([]), "application/grpc", null);
        for (var i = 0; i < 300; i++)
            request.Headers.Add($"x-flood-{i}", new string('a', 1000));

        // The connection is shut in the caller's face, or she is told that it is too much.
        try
        {
            using var answer = await _http.SendAsync(request, Cancel);
            answer.StatusCode.ShouldBe((HttpStatusCode)431);
        }
        catch (HttpRequestException)
        {
        }
    }

    [Fact]
    public async Task text_that_is_no_utf8_and_half_a_character()
    {
        foreach (var bytes in new byte[][] { [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xFF, 0xFE] })
        {
            // Field 3 of RecordEventRequest, behind a command id and a case.
            var begin = new RecordEventRequest
            {
                CommandId = Guid.NewGuid().ToString(), Case = "TH-2026-000001",
            };
            byte[] body = [.. begin.ToByteArray(), 0x1A, (byte)bytes.Length, .. bytes];
            using var answer = await Send("RecordEvent", Frame(body));
            StatusOf(answer).ShouldBe(StatusCode.InvalidArgument);
            NumberOf(answer).ShouldBe("REF-2015");
        }
    }

    [Fact]
    public async Task an_enum_value_of_tomorrow_and_a_year_of_another_calendar()
    {
        var one = await PlayedCase.Identified(gateways);
        var consent = one.ConsentOf((RecordConsentRequest.Types.Decision)99, "NOTIFY_ORIGIN");
        var no = await Desk.Refuses(Desk.CaseManager, (door, o) => door.RecordConsentAsync(consent, o));
        no.Status.ShouldBe(StatusCode.InvalidArgument);

        foreach (var day in new[] { "2567-01-01", "0000-00-00", "2025-02-30", "๒๕๖๗-๐๑-๐๑", "-1" })
        {
            var happened = one.EventOf("RightsExplained");
            happened.HappenedOn = day;
            (await Desk.Refuses(Desk.CaseManager, (door, o) => door.RecordEventAsync(happened, o)))
                .Status.ShouldBe(StatusCode.InvalidArgument, day);
        }
    }

    [Fact]
    public async Task two_hundred_callers_who_are_gone_before_the_answer()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(2));
            try
            {
                await Desk.Cases.ListTrayAsync(
                    new(), Desk.As(Desk.Officer).WithCancellationToken(gone.Token));
            }
            catch (RpcException no)
            {
                no.StatusCode.ShouldBe(StatusCode.Cancelled);
            }
        }));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // After each: the gateway answers, and nothing was kept.
    public async ValueTask DisposeAsync()
    {
        (await Desk.Does(Desk.Officer, (door, o) => door.ListTrayAsync(new(), o))).ShouldNotBeNull();
        _http.Dispose();
        (GC.GetTotalMemory(forceFullCollection: true) - _before).ShouldBeLessThan(KeptBytesMax);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> Send(
        string call, byte[] body, string type = "application/grpc", string? encoding = null) =>
        _http.SendAsync(Request(call, body, type, encoding), Cancel);

    private HttpRequestMessage Request(string call, byte[] body, string type, string? encoding)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(gateways.Network.Of("TH").Door, Path + call))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (encoding is not null)
            request.Headers.Add("grpc-encoding", encoding);
        request.Headers.Authorization = new("Bearer", PracticeTokens.Issue(gateways.DataFolder("TH"), "TH",
            "invented.bad", "TH-WELFARE", ["CM"], TimeSpan.FromHours(1)));
        return request;
    }

    private static byte[] Frame(byte[] message, bool packed = false) =>
    [
        packed ? (byte)1 : (byte)0,
        .. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(message.Length)), .. message,
    ];

    private static string NumberOf(HttpResponseMessage answer) => Uri.UnescapeDataString(
        answer.Headers.GetValues("grpc-message").Single()).Split(' ')[0];

    private static StatusCode StatusOf(HttpResponseMessage answer)
    {
        var headers = answer.TrailingHeaders.TryGetValues("grpc-status", out var values)
            || answer.Headers.TryGetValues("grpc-status", out values) ? values : [];
        return (StatusCode)int.Parse(headers.DefaultIfEmpty("2").First());
    }
}
