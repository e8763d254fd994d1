using System.Net;

namespace Referral.Journeys.BadInput;

/// <summary>Three bytes of a frame, and then nothing.</summary>
internal sealed class HalfAMessage : HttpContent
{
    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(new byte[3], cancellationToken);
        await stream.FlushAsync(cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length) => (length = 0) < 0;
}
