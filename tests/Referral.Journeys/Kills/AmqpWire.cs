using System.Buffers.Binary;

namespace Referral.Journeys.Kills;

/// <summary>
/// AMQP 0-9-1 without encryption. A publish and a delivery are one message here: method, header and all of
/// its body. Source: AMQP 0-9-1 specification, section 4.2; class basic is 60.
/// </summary>
internal sealed class AmqpWire : IWire
{
    private const int HeadBytes = 7;
    private const byte Method = 1;
    private const byte Header = 2;
    private const byte Body = 3;
    private const int Basic = 60;
    private const int Publish = 40;
    private const int Deliver = 60;
    private const int Ack = 80;

    private static readonly int GreetingBytes = "AMQP0091".Length;

    private readonly MessageBuffer _asked = new();
    private readonly MessageBuffer _told = new();
    private readonly Gathered _published = new(Publish, WireEvent.Published, WireEvent.Acknowledged);
    private readonly Gathered _delivered = new(Deliver, WireEvent.Delivered, WireEvent.Confirmed);
    private bool _greeted;

    public IReadOnlyList<WireMessage> FromGateway(ReadOnlySpan<byte> bytes)
    {
        _asked.Add(bytes);
        var messages = new List<WireMessage>();
        while (_asked.Take(_greeted ? Length(_asked.Held) : GreetingBytes) is { } frame)
        {
            var greeting = !_greeted;
            _greeted = true;
            if (greeting) messages.Add(new(frame, null));
            else if (_published.Add(frame) is { } message) messages.Add(message);
        }
        return messages;
    }

    public IReadOnlyList<WireMessage> FromServer(ReadOnlySpan<byte> bytes)
    {
        _told.Add(bytes);
        var messages = new List<WireMessage>();
        while (_told.Take(Length(_told.Held)) is { } frame)
            if (_delivered.Add(frame) is { } message) messages.Add(message);
        return messages;
    }

    private static int Length(ReadOnlySpan<byte> held) => held.Length < HeadBytes
        ? int.MaxValue
        : HeadBytes + BinaryPrimitives.ReadInt32BigEndian(held[3..]) + 1;

    /// <summary>
    /// Keeps the frames of a pouch together. A gateway speaks of pouches on one channel of each connection,
    /// so frames of two do not mix.
    /// </summary>
    private sealed class Gathered(int method, WireEvent what, WireEvent ack)
    {
        private readonly List<byte> _frames = [];
        private long _missing;

        /// <summary>Null while a pouch is not whole.</summary>
        public WireMessage? Add(byte[] frame)
        {
            if (_frames.Count == 0 && !Is(frame, method)) return new(frame, Is(frame, Ack) ? ack : null);
            if (Is(frame, method)) _missing = long.MaxValue;
            _frames.AddRange(frame);
            // Class, weight, and then the length of the body.
            if (frame[0] == Header)
                _missing = BinaryPrimitives.ReadInt64BigEndian(frame.AsSpan(HeadBytes + 4));
            if (frame[0] == Body) _missing -= frame.Length - HeadBytes - 1;
            if (_missing > 0) return null;
            var whole = _frames.ToArray();
            _frames.Clear();
            return new(whole, what);
        }

        private static bool Is(byte[] frame, int method) => frame[0] == Method
            && BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(HeadBytes)) == Basic
            && BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(HeadBytes + 2)) == method;
    }
}
