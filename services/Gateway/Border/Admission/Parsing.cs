using Google.Protobuf;

namespace Referral.Gateway.Border.Admission;

/// <summary>Reads a stranger's protobuf: the message, or null where the bytes are none.</summary>
internal static class Parsing
{
    internal static T? Of<T>(MessageParser<T> parser, byte[] bytes)
        where T : class, IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
