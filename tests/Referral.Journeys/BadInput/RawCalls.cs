using System.Net;
using System.Net.Http.Headers;
using Referral.Contracts.Desk;

namespace Referral.Journeys.BadInput;

/// <summary>Calls as bytes, which no proper client would make.</summary>
internal static class RawCalls
{
    public static HttpClient Client() =>
        new(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true });

    // Null where the door was shut in the caller's face.
    public static async Task<HttpResponseMessage?> Send(
        MeasuredGateway gateway, string call, HttpContent body, string? packing = null,
        Action<HttpRequestHeaders>? more = null, HttpClient? client = null)
    {
        var own = client ?? Client();
        var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(gateway.Door, $"/{Cases.Descriptor.FullName}/{call}"))
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = body,
        };
        body.Headers.ContentType = new("application/grpc");
        request.Headers.TE.Add(new("trailers"));
        request.Headers.Authorization = new("Bearer", gateway.Token());
        if (packing is not null) request.Headers.Add("grpc-encoding", packing);
        more?.Invoke(request.Headers);
        try
        {
            return await own.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
        finally
        {
            if (client is null) own.Dispose();
        }
    }

    public static string? Number(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("grpc-message", out var told)
        || answer.TrailingHeaders.TryGetValues("grpc-message", out told)
            ? Uri.UnescapeDataString(told.Single()).Split(' ')[0] : null;

    public static byte[] Frame(byte[] message, byte packed) =>
        [packed, .. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(message.Length)), .. message];
}
