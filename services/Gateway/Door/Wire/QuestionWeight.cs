using System.Text;
using Google.Protobuf.Reflection;

namespace Referral.Gateway.Door.Wire;

/// <summary>
/// About how many bytes of memory a question takes when it is read: two bytes of an empty item are an object
/// of a hundred. Counted on the bytes as they came, before anything is made of them. What breaks off or is
/// none is counted so far; the library refuses it (REF-2015).
/// </summary>
internal static class QuestionWeight
{
    // As the runtime and Google.Protobuf have it on 64 bits, rounded up.
    private const int ObjectBytes = 48;
    private const int PlaceBytes = 24;
    private const int StringBytes = 32;
    private const int UnknownBytes = 256;
    private const int PackedMost = 8;

    // A sign of JSON (a comma, a bracket) stands for a value at most; its text is held as bytes, while a
    // buffer grows twice over, and as characters.
    private const int SignBytes = 64;
    private const int JsonCopies = 6;

    /// <summary>Messages inside of messages; the library refuses more.</summary>
    private const int DepthMax = 100;

    /// <param name="message">Its bytes.</param>
    /// <param name="type">What it is.</param>
    /// <param name="most">Where counting ends: more is too much, however much it is.</param>
    public static long Of(ReadOnlySpan<byte> message, MessageDescriptor type, long most) =>
        Of(message, type, (most, DepthMax));

    public static long OfJson(ReadOnlySpan<byte> text)
    {
        long signs = 0;
        foreach (var sign in ",:[{"u8)
        {
            signs += text.Count(sign);
        }

        return (signs * SignBytes) + ((long)text.Length * JsonCopies);
    }

    private static long Of(ReadOnlySpan<byte> message, MessageDescriptor type, (long Most, int Depth) left)
    {
        long weight = ObjectBytes + (type.Fields.InDeclarationOrder().Count * sizeof(long));
        while (message.Length > 0 && weight <= left.Most && left.Depth > 0 && Number(ref message) is { } tag)
        {
            var field = type.FindFieldByNumber((int)(tag >> 3));
            weight += field is null ? UnknownBytes : PlaceBytes;
            ulong? length = (tag & 7) switch
            {
                0 => Number(ref message) is null ? null : 0UL,
                1 => 8,
                2 => Number(ref message),
                5 => 4,
                _ => 0,
            };
            if (length is not { } bytes || bytes > (ulong)message.Length)
            {
                break;
            }

            if ((tag & 7) == 2)
            {
                weight += Inside(message[..(int)bytes], field, (left.Most - weight, left.Depth - 1));
            }

            message = message[(int)bytes..];
        }

        return weight;
    }

    private static long Inside(
        ReadOnlySpan<byte> bytes, FieldDescriptor? field, (long Most, int Depth) left) =>
        field?.FieldType switch
        {
            FieldType.Message => Of(bytes, field.MessageType, left),

            // Once more as bytes, while a command's content is hashed.
            FieldType.String => StringBytes + (Encoding.UTF8.GetCharCount(bytes) * 2L) + bytes.Length,
            FieldType.Bytes or null => StringBytes + (2L * bytes.Length),
            _ => (long)bytes.Length * PackedMost,
        };

    private static ulong? Number(ref ReadOnlySpan<byte> from)
    {
        ulong number = 0;
        for (var at = 0; at < Math.Min(from.Length, 10); at++)
        {
            number |= (ulong)(from[at] & 0x7F) << (7 * at);
            if (from[at] < 0x80)
            {
                from = from[(at + 1)..];
                return number;
            }
        }

        return null;
    }
}
