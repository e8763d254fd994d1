using System.Text;

namespace Referral.Verifier.Pack;

/// <summary>
/// Reads fields of a protobuf message by their numbers: a verifier needs a handful and must read letters of
/// versions to come. A field that stands twice counts by its last value, as the format says.
/// </summary>
internal sealed class WireFields
{
    private readonly List<(int Field, long Number, byte[] Bytes)> values = [];

    private WireFields()
    {
    }

    /// <summary>Null where the bytes are not a message.</summary>
    public static WireFields? Read(ReadOnlySpan<byte> message)
    {
        var fields = new WireFields();
        while (message.Length > 0)
        {
            if (!Varint(ref message, out var key)) return null;
            if (!fields.Take((int)(key >> 3), (int)(key & 7), ref message)) return null;
        }
        return fields;
    }

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public byte[] Bytes(int field) => values.LastOrDefault(one => one.Field == field).Bytes ?? [];

    public long Number(int field) => values.LastOrDefault(one => one.Field == field).Number;

    public IEnumerable<byte[]> All(int field) =>
        values.Where(one => one.Field == field).Select(one => one.Bytes);

    private bool Take(int field, int type, ref ReadOnlySpan<byte> message)
    {
        if (type == 0)
        {
            if (!Varint(ref message, out var number)) return false;
            values.Add((field, (long)number, []));
            return true;
        }
        ulong length = type switch { 1 => 8, 5 => 4, _ => 0 };
        if (type is not (1 or 2 or 5) || (type == 2 && !Varint(ref message, out length))) return false;
        if (length > (ulong)message.Length) return false;
        values.Add((field, 0, message[..(int)length].ToArray()));
        message = message[(int)length..];
        return true;
    }

    private static bool Varint(ref ReadOnlySpan<byte> message, out ulong number)
    {
        number = 0;
        for (var at = 0; at < 10 && at < message.Length; at++)
        {
            number |= (ulong)(message[at] & 0x7F) << (7 * at);
            if ((message[at] & 0x80) != 0) continue;
            message = message[(at + 1)..];
            return true;
        }
        return false;
    }
}
