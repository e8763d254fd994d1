using System.Buffers.Binary;

namespace Referral.Journeys.Kills;

/// <summary>
/// AMQP 0-9-1 without encryption. A publish is one message here: method, header and all of its body.
/// Source: AMQP 0-9-1 specification, section 4.2; class basic is 60.
/// </summary>
internal sealed class AmqpWire : IWire
{
    private const int HeadBytes = 7;
    private const byte Method = 1;
    private const byte Header = 2;
    private const byte Body = 3;
    private const int Basic = 60;
    private const int Publish = 40;
    private const int Ack = 80;

    private static readonly int GreetingBytes = "AMQP0091".Length;

    private readonly MessageBuffer _asked = new();
    private readonly MessageBuffer _told = new();
    private readonly List<byte> _publish = [];
    private bool _greeted;
    private long _missing;

    public IReadOnlyList<WireMessage> FromGateway(ReadOnlySpan<byte> bytes)
    {
        _asked.Add(bytes);
        var messages = new List<WireMessage>();
        while (_asked.Take(_greeted ? Length(_asked.Held) : GreetingBytes) is { } frame)
        {
            var greeting = !_greeted;
            _greeted = true;
            if (greeting) messages.Add(new(frame, null));
            else if (Gather(frame) is { } message) messages.Add(message);
        }
        return messages;
    }

    public IReadOnlyList<WireMessage> FromServer(ReadOnlySpan<byte> bytes)
    {
        _told.Add(bytes);
        var messages = new List<WireMessage>();
        while (_told.Take(Length(_told.Held)) is { } frame)
            messages.Add(new(frame, Is(frame, Ack) ? WireEvent.Confirmed : null));
        return messages;
    }

    // Null while a publish is not whole: its frames are kept together.
    private WireMessage? Gather(byte[] frame)
    {
        if (_publish.Count == 0 && !Is(frame, Publish))
            return new(frame, Is(frame, Ack) ? WireEvent.Acknowledged : null);
        if (Is(frame, Publish)) _missing = long.MaxValue;
        _publish.AddRange(frame);
        // Class, weight, and then the length of the body.
        if (frame[0] == Header) _missing = BinaryPrimitives.ReadInt64BigEndian(frame.AsSpan(HeadBytes + 4));
        if (frame[0] == Body) _missing -= frame.Length - HeadBytes - 1;
        if (_missing > 0) return null;
        var whole = _publish.ToArray();
        _publish.Clear();
        return new(whole, WireEvent.Published);
    }

    private static bool Is(byte[] frame, int method) => frame[0] == Method
        && BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(HeadBytes)) == Basic
        && BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(HeadBytes + 2)) == method;

    private static int Length(ReadOnlySpan<byte> held) => held.Length < HeadBytes
        ? int.MaxValue
        : HeadBytes + BinaryPrimitives.ReadInt32BigEndian(held[3..]) + 1;
}
