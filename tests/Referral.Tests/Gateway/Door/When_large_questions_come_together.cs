using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Referral.Contracts.Desk;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Door.Wire;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>
/// One large question takes all the room that there is: another is told to come again, a small one passes.
/// All persons are invented.
/// </summary>
[Collection(MeasuredAtTheDoor.Name)]
public sealed class When_large_questions_come_together(RunningGateways gateways) : IDisposable
{
    private const int LargeBytes = 11 * 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseProxy = false, EnableMultipleHttp2Connections = true,
    });

    [Fact]
    public async Task the_second_is_told_to_come_again_a_small_one_passes_and_then_it_is_taken()
    {
        var body = new Announced(LargeBytes);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = _http.SendAsync(Request(body), gone.Token);
        await body.Begun;

        // The first takes its place when its announcement has come.
        await Until(async () => await Number() == QuestionsInFlight.NoRoom);
        var desk = gateways.Desk("TH");
        (await desk.Does(desk.Officer, (door, o) => door.ListTrayAsync(new(), o))).ShouldNotBeNull();
        using var rest = await Rest(new string(' ', 70_000));
        rest.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await rest.Content.ReadAsStringAsync(Cancel)).ShouldContain(QuestionsInFlight.NoRoom);

        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        // Whoever comes again finds room, and the rules answer.
        await Until(async () => await Number() == "REF-2004");
    }

    [Fact]
    public async Task json_of_five_megabytes_is_more_than_any_may_be()
    {
        using var rest = await Rest(new string(' ', 5_000_000));
        rest.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await rest.Content.ReadAsStringAsync(Cancel)).ShouldContain(UnreadableCalls.Unreadable);
    }

    [Fact]
    public async Task json_that_does_not_say_its_length_is_read()
    {
        foreach (var spaces in new[] { 10, 100_000 })
        {
            var text = $"{new string(' ', spaces)}{{\"commandId\":\"{Guid.NewGuid()}\"}}";
            using var rest = await Rest(text, chunked: true);
            (await rest.Content.ReadAsStringAsync(Cancel)).ShouldContain("REF-2004");
        }
    }

    [Fact]
    public async Task a_packed_question_is_read()
    {
        var question = new EditSectionRequest
        {
            CommandId = Desk.NewCommand(), Case = "cases/TH-2026-999999", Section = new() { Facts = new() },
        };
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(
            packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(question.ToByteArray(), Cancel);
        var request = Request(new ByteArrayContent(Frame(packed.ToArray(), 1)));
        request.Headers.Add("grpc-encoding", "gzip");
        using var answer = await _http.SendAsync(request, Cancel);
        NumberOf(answer).ShouldBe("REF-2004");
    }

    [Fact]
    public async Task a_question_that_is_small_and_would_become_large_in_memory_is_refused()
    {
        // Four million kinds of letters without a name.
        var bytes = new byte[8 * 1024 * 1024];
        for (var at = 0; at < bytes.Length; at += 2) bytes[at] = (3 << 3) | 2;
        using var answer = await _http.SendAsync(
            Request(new ByteArrayContent(Frame(bytes, 0)), "PrepareLetter"), Cancel);
        NumberOf(answer).ShouldBe(UnreadableCalls.Unreadable);
    }

    public void Dispose() => _http.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<string?> Number()
    {
        var question = new EditSectionRequest
        {
            CommandId = Desk.NewCommand(), Case = "cases/TH-2026-999999",
            Section = new() { Facts = new() { Account = new() { Text = new string('x', 100_000) } } },
        };
        using var answer = await _http.SendAsync(
            Request(new ByteArrayContent(Frame(question.ToByteArray(), 0))), Cancel);
        return NumberOf(answer);
    }

    private Task<HttpResponseMessage> Rest(string text, bool chunked = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post,
            new Uri(gateways.Network.Of("TH").Pages, "/v1/cases/TH-2026-999999:acknowledge"))
        {
            Content = new StringContent(text, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Authorization = As("DO");
        return _http.SendAsync(request, Cancel);
    }

    private HttpRequestMessage Request(HttpContent content, string call = "EditSection")
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(gateways.Network.Of("TH").Door, $"/{Cases.Descriptor.FullName}/{call}"))
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content.Headers.ContentType = new("application/grpc");
        request.Headers.TE.Add(new("trailers"));
        request.Headers.Authorization = As("CM");
        return request;
    }

    private AuthenticationHeaderValue As(string role) => new("Bearer", PracticeTokens.Issue(
        gateways.DataFolder("TH"), "TH", "invented.large", "TH-WELFARE", [role], TimeSpan.FromHours(1)));

    private static string? NumberOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("grpc-message", out var told)
        || answer.TrailingHeaders.TryGetValues("grpc-message", out told)
            ? Uri.UnescapeDataString(told.Single()).Split(' ')[0] : null;

    private static byte[] Frame(byte[] message, byte packed) =>
        [packed, .. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(message.Length)), .. message];

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var time = 0; time < 200; time++, await Task.Delay(50, Cancel))
            if (await holds()) return;
        Assert.Fail("Never.");
    }

    /// <summary>A frame that is announced, and then nothing.</summary>
    private sealed class Announced(int length) : HttpContent
    {
        private readonly TaskCompletionSource _begun = new();

        public Task Begun => _begun.Task;

        protected override async Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(Frame([], 0).AsMemory(0, 1), cancellationToken);
            await stream.WriteAsync(
                BitConverter.GetBytes(IPAddress.HostToNetworkOrder(length)), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length) => (length = 0) < 0;
    }
}
