using System.Buffers.Binary;
using System.Text;

namespace Referral.Journeys.Kills;

/// <summary>
/// PostgreSQL's protocol 3.0 without encryption. A commit counts only where something was written: a gateway
/// that looks for work commits once a second. A writing statement alone, outside a transaction, is its own
/// commit. Source: PostgreSQL 15 documentation, chapter 55.
/// </summary>
internal sealed class PostgresWire : IWire
{
    private const int LengthBytes = 4;

    private readonly MessageBuffer _asked = new();
    private readonly MessageBuffer _told = new();
    private bool _started;
    private bool _inTransaction;
    private bool _wrote;
    private bool _writesAlone;

    public IReadOnlyList<WireMessage> FromGateway(ReadOnlySpan<byte> bytes)
    {
        _asked.Add(bytes);
        var messages = new List<WireMessage>();
        while (_asked.Take(Length(_asked.Held, _started ? 1 : 0)) is { } message)
        {
            messages.Add(new(message, _started ? Asked(message) : null));
            _started = true;
        }
        return messages;
    }

    public IReadOnlyList<WireMessage> FromServer(ReadOnlySpan<byte> bytes)
    {
        _told.Add(bytes);
        var messages = new List<WireMessage>();
        while (_told.Take(Length(_told.Held, 1)) is { } message) messages.Add(new(message, Told(message)));
        return messages;
    }

    private WireEvent? Asked(byte[] message)
    {
        switch ((char)message[0])
        {
            case 'Q' when Starts(message, 0, "BEGIN"):
                (_inTransaction, _wrote) = (true, false);
                return null;
            case 'Q' when Starts(message, 0, "COMMIT"):
                _inTransaction = false;
                return _wrote ? WireEvent.CommitAsked : null;
            case 'Q' when Starts(message, 0, "ROLLBACK"):
                _inTransaction = false;
                return null;
            case 'P' when !_inTransaction:
                // A statement's name, ended by a zero, stands before its text.
                var text = Array.IndexOf(message, (byte)0, 1 + LengthBytes) + 1;
                _writesAlone = IsWriting(message, text - 1 - LengthBytes);
                return null;
            case 'S' when _writesAlone:
                return WireEvent.CommitAsked;
            default:
                return null;
        }
    }

    private WireEvent? Told(byte[] message)
    {
        switch ((char)message[0])
        {
            case 'C' when Starts(message, 0, "COMMIT"):
                (var wrote, _wrote) = (_wrote, false);
                return wrote ? WireEvent.CommitTold : null;
            case 'C' when IsWriting(message, 0) && RowsOf(message) != "0":
                _wrote = true;
                return _writesAlone ? WireEvent.CommitTold : null;
            case 'Z':
                _writesAlone = false;
                return null;
            default:
                return null;
        }
    }

    private static bool IsWriting(byte[] message, int from) => Starts(message, from, "INSERT")
        || Starts(message, from, "UPDATE") || Starts(message, from, "DELETE");

    // INSERT 0 3, UPDATE 3, DELETE 3.
    private static string RowsOf(byte[] message) =>
        Encoding.ASCII.GetString(message.AsSpan(1 + LengthBytes)).TrimEnd('\0').Split(' ')[^1];

    private static bool Starts(byte[] message, int from, string word)
    {
        var at = 1 + LengthBytes + from;
        return message.Length >= at + word.Length
            && Encoding.ASCII.GetString(message, at, word.Length) == word;
    }

    private static int Length(ReadOnlySpan<byte> held, int typeBytes) =>
        held.Length < typeBytes + LengthBytes
            ? int.MaxValue
            : typeBytes + BinaryPrimitives.ReadInt32BigEndian(held[typeBytes..]);
}
