using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Referral.Gateway.Door.Wire;

/// <summary>The bytes of a question as they come: looked at, read whole, and given on.</summary>
internal static class QuestionBytes
{
    /// <summary>One byte that says whether it is packed, four for its length.</summary>
    public const int PrefixBytes = 5;

    /// <summary>Looks and takes nothing: whoever reads the question finds all of it.</summary>
    public static async Task<Begin> Peek(
        HttpContext http, int bytes, Func<ReadOnlySpan<byte>, long>? weigh = null)
    {
        var body = http.Request.BodyReader;
        var read = await body.ReadAtLeastAsync(bytes, http.RequestAborted);
        var begin = Begin.Of(read.Buffer, weigh);
        body.AdvanceTo(read.Buffer.Start);
        return begin;
    }

    /// <summary>The first so many bytes; fewer where there are no more.</summary>
    public static async Task<ArraySegment<byte>> Read(HttpContext http, int most)
    {
        var (body, bytes, came) = (http.Request.BodyReader, new byte[most], 0);
        while (came < most)
        {
            var read = await body.ReadAsync(http.RequestAborted);
            var part = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, most - came));
            part.CopyTo(bytes.AsSpan(came));
            came += (int)part.Length;
            body.AdvanceTo(part.End);
            if (read.IsCompleted && part.Length == read.Buffer.Length)
            {
                break;
            }
        }

        return new(bytes, 0, came);
    }

    /// <summary>The message of a packed frame as a frame that is not; null where it is none or too large.
    /// </summary>
    public static ArraySegment<byte>? Unpacked(ArraySegment<byte> frame)
    {
        using var packed = new MemoryStream(frame.Array!, frame.Offset, frame.Count);
        packed.Position = PrefixBytes;
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        var bytes = new byte[PrefixBytes + DoorLimits.PackedQuestionBytesMax + 1];
        try
        {
            var came = gzip.ReadAtLeast(bytes.AsSpan(PrefixBytes), bytes.Length - PrefixBytes, false);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), came);
            return came > DoorLimits.PackedQuestionBytesMax ? null : new(bytes, 0, PrefixBytes + came);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whoever reads the question reads these. A frame is let go of when it is read; JSON is read as a stream
    /// and is held to the end of the call.
    /// </summary>
    public static void Give(HttpContext http, ArraySegment<byte> bytes, bool framed)
    {
        if (framed)
        {
            http.Features.Set<IRequestBodyPipeFeature>(
                new Whole(PipeReader.Create(new ReadOnlySequence<byte>(bytes))));
        }
        else
        {
            http.Request.Body = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count);
        }
    }

    /// <summary>Nothing of it is held any more.</summary>
    public static void Forget(HttpContext http)
    {
        http.Request.Body = Stream.Null;
        http.Features.Set<IRequestBodyPipeFeature>(new Whole(PipeReader.Create(Stream.Null)));
    }

    private sealed record Whole(PipeReader Reader) : IRequestBodyPipeFeature;

    /// <param name="Came">Bytes that are here.</param>
    /// <param name="Packed">The first of them says so.</param>
    /// <param name="Told">Length of the message, by the next four.</param>
    /// <param name="Weight">Of all that is here.</param>
    internal readonly record struct Begin(long Came, bool Packed, uint Told, long Weight)
    {
        public static Begin Of(ReadOnlySequence<byte> came, Func<ReadOnlySpan<byte>, long>? weigh)
        {
            Span<byte> prefix = stackalloc byte[PrefixBytes];
            came.Slice(0, Math.Min(came.Length, PrefixBytes)).CopyTo(prefix);
            var weight = weigh is null ? 0
                : weigh(came.IsSingleSegment ? came.FirstSpan : came.ToArray());
            return new(came.Length, prefix[0] == 1,
                BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]), weight);
        }
    }
}
