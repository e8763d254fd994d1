using Google.Protobuf;

namespace Referral.Fuzz;

/// <summary>
/// Takes a protobuf message apart into its fields, changes one of them, and puts it together: dropped,
/// doubled, moved, renumbered, exchanged for an extreme, or changed inside, at any depth. Bytes that are no
/// message come back with a field more.
/// </summary>
internal static class WireMessage
{
    private static readonly ulong[] Extremes =
        [0, 1, 127, 128, int.MaxValue, uint.MaxValue, long.MaxValue, 1UL << 63, ulong.MaxValue];

    public static byte[] Changed(byte[] message, Random lot, int depth = 0)
    {
        var fields = Read(message);
        if (fields is null || fields.Count == 0)
            return [.. message, .. Written([Unknown(lot)])];
        var at = lot.Next(fields.Count);
        var (number, value, content) = fields[at];
        if (content is not null && depth < 8 && lot.Next(2) == 0 && Read(content) is { Count: > 0 })
        {
            fields[at] = (number, 0, Changed(content, lot, depth + 1));
            return Written(fields);
        }

        switch (lot.Next(8))
        {
            case 0: fields.RemoveAt(at); break;
            case 1: fields.Insert(lot.Next(fields.Count), fields[at]); break;
            case 2: fields[at] = (lot.Next(1, 1 << 20), value, content); break;
            case 3: fields[at] = (number, Extremes[lot.Next(Extremes.Length)], null); break;
            case 4: fields[at] = (number, 0, new byte[lot.Next(0, 2000)]); break;
            case 5: fields.Add(Unknown(lot)); break;
            case 6: fields.Reverse(); break;
            default:
                fields[at] = content is null ? (number, Extremes[lot.Next(Extremes.Length)], null)
                    : (number, 0, Turned(content, lot));
                break;
        }
        return Written(fields);
    }

    private static byte[] Turned(byte[] content, Random lot)
    {
        byte[] turned = [.. content];
        if (turned.Length > 0) turned[lot.Next(turned.Length)] ^= (byte)(1 << lot.Next(8));
        return turned;
    }

    private static (int, ulong, byte[]?) Unknown(Random lot) => (lot.Next(200, 1000), 0, [1, 2, 3]);

    private static List<(int Number, ulong Value, byte[]? Content)>? Read(byte[] message)
    {
        var fields = new List<(int, ulong, byte[]?)>();
        var input = new CodedInputStream(message);
        try
        {
            while (input.ReadTag() is var tag and not 0)
            {
                var number = WireFormat.GetTagFieldNumber(tag);
                switch (WireFormat.GetTagWireType(tag))
                {
                    case WireFormat.WireType.Varint: fields.Add((number, input.ReadUInt64(), null)); break;
                    case WireFormat.WireType.LengthDelimited:
                        fields.Add((number, 0, input.ReadBytes().ToByteArray()));
                        break;
                    default: return null;
                }
            }
            return fields;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static byte[] Written(IEnumerable<(int Number, ulong Value, byte[]? Content)> fields)
    {
        using var bytes = new MemoryStream();
        var output = new CodedOutputStream(bytes);
        foreach (var (number, value, content) in fields)
        {
            output.WriteTag(number, content is null
                ? WireFormat.WireType.Varint : WireFormat.WireType.LengthDelimited);
            if (content is null) output.WriteUInt64(value);
            else output.WriteBytes(ByteString.CopyFrom(content));
        }
        output.Flush();
        return bytes.ToArray();
    }
}
