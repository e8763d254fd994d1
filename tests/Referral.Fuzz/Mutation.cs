using System.Text;

namespace Referral.Fuzz;

/// <summary>Changes an input, knowing what it may be made of. All is drawn from the seed.</summary>
internal sealed class Mutation(Random lot)
{
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "{}", "[]", "null", "\"\"", "{\"a\":{\"a\":1}}", "-1", "1e999", "9223372036854775808", "\\ud800",
            "{\"alg\":\"none\"}", "\"crit\":[\"exp\"],", "..", "....", "A", "=", "\u0000", "\u202E", "\uFEFF",
            "é",
            "9999-12-31T23:59:59.999Z", "REF-2401", "M01", "../../x", "true", "0", ",", ":",
            "[[[[[[[[[[[[[[[[[[[[",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0xFF, 0xFF, 0xFF, 0xFF, 0x07],
        [0x0A, 0x00], [0x0B], [0x0C], [0xFA, 0x7F, 0x00], [0x80], [0xED, 0xA0, 0x80],
    ];

    public byte[] Noise() => Bytes(lot.Next(0, lot.Next(1, 4096)));

    /// <summary>
    /// One to eight changes of an input; sometimes grown together with another. Every other input has one
    /// field changed and is whole else, so that it gets deep.
    /// </summary>
    public byte[] Of(byte[] input, IReadOnlyList<byte[]> others)
    {
        if (lot.Next(2) == 0) return WireMessage.Changed(input, lot);
        var changed = input;
        for (var times = lot.Next(1, 9); times > 0; times--)
            changed = lot.Next(12) switch
            {
                0 => Splice(changed, others[lot.Next(others.Count)]),
                <= 3 => WireMessage.Changed(changed, lot),
                <= 5 => InToken(changed),
                _ => Plain(changed),
            };
        return changed.Length > 1 << 16 ? changed[..(1 << 16)] : changed;
    }

    private byte[] Plain(byte[] input)
    {
        if (input.Length == 0) return Noise();
        var (at, upTo) = Range(input.Length);
        switch (lot.Next(7))
        {
            case 0: return Flipped(input, at);
            case 1: return [.. input[..at], .. input[upTo..]];
            case 2: return [.. input[..upTo], .. input[at..]];
            case 3: return [.. input[..at], .. Words[lot.Next(Words.Length)], .. input[at..]];
            case 4: return [.. input[..at], .. Words[lot.Next(Words.Length)], .. input[upTo..]];
            case 5: return input[..at];
            default: return [.. input[..at], .. Bytes(lot.Next(1, 16)), .. input[at..]];
        }
    }

    // A token's parts are base64url: changed inside, they stay parts of a token.
    private byte[] InToken(byte[] input)
    {
        var parts = Encoding.Latin1.GetString(input).Split('.');
        if (parts.Length < 3) return Plain(input);
        var at = lot.Next(parts.Length);
        if (!System.Buffers.Text.Base64Url.IsValid(parts[at])) return Plain(input);
        var inside = System.Buffers.Text.Base64Url.DecodeFromChars(parts[at]);
        parts[at] = System.Buffers.Text.Base64Url.EncodeToString(Plain(inside));
        return Encoding.Latin1.GetBytes(string.Join('.', parts));
    }

    private byte[] Splice(byte[] one, byte[] other) =>
        [.. one[..lot.Next(one.Length + 1)], .. other[lot.Next(other.Length + 1)..]];

    private byte[] Flipped(byte[] input, int at)
    {
        byte[] changed = [.. input];
        changed[at] ^= (byte)(1 << lot.Next(8));
        return changed;
    }

    private (int At, int UpTo) Range(int length)
    {
        var at = lot.Next(length);
        return (at, Math.Min(length, at + 1 + lot.Next(Math.Min(64, length))));
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        lot.NextBytes(bytes);
        return bytes;
    }
}
