using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Referral.Gateway.Door.Wire;

/// <summary>
/// gzip as the library has it, but that a packed question is unpacked only so far: of a bomb no more than
/// that is ever held, and many at once cost little. A question that is larger comes unpacked. Refuses:
/// REF-2015.
/// </summary>
internal sealed class BoundedGzip : ICompressionProvider
{
    private readonly GzipCompressionProvider _gzip = new(CompressionLevel.Fastest);

    public string EncodingName => _gzip.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        _gzip.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) =>
        new Bounded(_gzip.CreateDecompressionStream(stream));

    private sealed class Bounded(Stream packed) : Stream
    {
        private int _left = DoorLimits.PackedQuestionBytesMax;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            Take(packed.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Take(packed.Read(buffer));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            packed.Dispose();
            base.Dispose(disposing);
        }

        private int Take(int count) => (_left -= count) >= 0 ? count : throw new RpcException(
            new Grpc.Core.Status(StatusCode.ResourceExhausted, "A packed message is too large."));
    }
}
