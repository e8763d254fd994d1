using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.Access;

namespace Referral.Gateway.Door.Wire;

/// <summary>
/// Many large questions at once do not fill the memory: of each no more than its beginning is taken in until
/// there is room for what will be made of it, and whoever finds none is told to come again. Nothing of it was
/// read, so nothing was done. Refuses: REF-2016 no room now, REF-2015 more than there may ever be.
/// </summary>
internal static class QuestionsInFlight
{
    public const string NoRoom = "REF-2016";

    // What is kept free for a byte of a large question until it is here and can be weighed.
    private const long TextMost = 4;
    private const long JsonMost = 8;
    private const long PackedMost = 4;

    public static async Task Limit(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } call
            || call.Method.Type is not (MethodType.Unary or MethodType.ServerStreaming)
            || http.RequestServices.GetRequiredService<CallRules>().Find(call.Method.FullName) is not { } rule
            || http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
        {
            // What is none of ours takes 16 kB at most.
            await next(http);
            return;
        }

        QuestionRoom.Place? place = null;
        try
        {
            (place, var refusal) = IsGrpc(http) ? await Framed(http, rule.Call.InputType) : await Json(http);
            if (refusal is not null)
            {
                await TokenRefused.Answer(http, refusal, StatusCode.ResourceExhausted, refusal == NoRoom
                    ? StatusCodes.Status429TooManyRequests : StatusCodes.Status413PayloadTooLarge);
                return;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException
            or (IOException and not BadHttpRequestException))
        {
            // The caller went away, or was ended by SlowCalls.
            return;
        }

        http.Features.Set(place);
        try
        {
            await next(http);
        }
        finally
        {
            if (place is { IsLarge: true })
            {
                QuestionBytes.Forget(http);
            }

            place?.Dispose();
        }
    }

    /// <summary>The question of a stream has come: the stream goes on without it.</summary>
    public static void Asked(HttpContext http) => http.Features.Get<QuestionRoom.Place>()?.Dispose();

    private static async Task<Answer> Framed(HttpContext http, MessageDescriptor type)
    {
        const int prefix = QuestionBytes.PrefixBytes;
        var begin = await QuestionBytes.Peek(http, prefix);
        if (begin.Came < prefix || begin.Told > DoorLimits.MessageBytesMax)
        {
            // By its own word it is none, or too large: the library refuses it and reads no more.
            return default;
        }

        long Weigh(ReadOnlySpan<byte> frame) =>
            frame.Length + QuestionWeight.Of(frame[Math.Min(frame.Length, prefix)..], type, Room(http).Most);
        var bytes = prefix + (int)begin.Told;
        if (begin.Packed)
        {
            return http.Request.Headers["grpc-encoding"] != "gzip" ? new(null, UnreadableCalls.Unreadable)
                : await Large(
                    http, bytes + (PackedMost * DoorLimits.PackedQuestionBytesMax), bytes,
                    packed => QuestionBytes.Unpacked(packed), Weigh);
        }

        if (begin.Told > DoorLimits.SmallQuestionBytesMax)
        {
            return await Large(http, bytes * TextMost, bytes, frame => frame, Weigh);
        }

        begin = await QuestionBytes.Peek(http, bytes, Weigh);
        return Taken(Room(http).Take(begin.Weight));
    }

    // JSON has no length before it, but for the one that HTTP may tell.
    private static async Task<Answer> Json(HttpContext http)
    {
        const int most = DoorLimits.JsonBytesMax;
        const int small = DoorLimits.SmallQuestionBytesMax;
        var told = http.Request.ContentLength;
        if (told > most)
        {
            return new(null, UnreadableCalls.Unreadable);
        }

        if (told is null or <= small)
        {
            var begin = await QuestionBytes.Peek(http, small + 1, QuestionWeight.OfJson);
            if (begin.Came <= small)
            {
                return Taken(Room(http).Take(begin.Weight));
            }
        }

        // One byte more than there may be shows that there is more.
        var bytes = (int)(told ?? most + 1);
        return await Large(http, bytes * JsonMost, bytes,
            text => text.Count > most ? (ArraySegment<byte>?)null : text, QuestionWeight.OfJson);
    }

    private static async Task<Answer> Large(
        HttpContext http, long expected, int bytes, Func<ArraySegment<byte>, ArraySegment<byte>?> open,
        Func<ReadOnlySpan<byte>, long> weigh)
    {
        var room = Room(http);
        if (room.Take(Math.Min(expected, room.Most)) is not { } place)
        {
            return new(null, NoRoom);
        }

        var kept = false;
        try
        {
            if (open(await QuestionBytes.Read(http, bytes)) is not { } whole
                || weigh(whole) is var weight && weight > room.Most)
            {
                return new(null, UnreadableCalls.Unreadable);
            }

            kept = place.Becomes(weight);
            QuestionBytes.Give(http, whole, IsGrpc(http));
            return kept ? new(place, null) : new(null, NoRoom);
        }
        finally
        {
            if (!kept)
            {
                place.Dispose();
            }
        }
    }

    private static Answer Taken(QuestionRoom.Place? place) => new(place, place is null ? NoRoom : null);

    private static QuestionRoom Room(HttpContext http) =>
        http.RequestServices.GetRequiredService<QuestionRoom>();

    private static bool IsGrpc(HttpContext http) =>
        http.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;

    private readonly record struct Answer(QuestionRoom.Place? Place, string? Refusal);
}
