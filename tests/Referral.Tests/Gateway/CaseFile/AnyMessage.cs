using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Referral.Tests.Gateway.CaseFile;

/// <summary>
/// Messages of the contracts with anything at all in their fields: codes and no codes, days that are none,
/// every script, marks without a letter, signs of a page, numbers that no enum has. The same for the same
/// seed.
/// </summary>
internal sealed class AnyMessage(int seed)
{
    private const int ListMax = 3;

    private static readonly string[] Texts =
    [
        "", " ", "F", "M", "lo", "en", "TH", "LA", "XX", "UNKNOWN", "OFFICIAL", "DOCUMENTED", "no such code",
        "2567-01-31", "2004-02-30", "2004", "2004-13", "31 ก.พ. 2567", "๑๒/๐๓/๒๕๔๙", "กขคง จฉชซ", "ກຂຄງ ຈສຊຍ",
        "王某某", "吕绿", "Đặng Thị Ưng", "ABC DEF", "่้๊", "\u200b", "\u202e", "\ue000", "\u0000", "😀👩‍👧",
        "<b>&amp;</b>", "⟦1⟧", "2147483648", "-1", "person.name=x", "กABCກ王", "\r\n\t",
    ];

    private readonly Random _chance = new(seed);

    public T Of<T>() where T : IMessage<T>, new()
    {
        var message = new T();
        Fill(message);
        return message;
    }

    public string Text() => _chance.Next(8) switch
    {
        0 => string.Concat(Enumerable.Repeat(Texts[_chance.Next(Texts.Length)], _chance.Next(200))),
        1 => Texts[_chance.Next(Texts.Length)] + Texts[_chance.Next(Texts.Length)],
        _ => Texts[_chance.Next(Texts.Length)],
    };

    public IReadOnlyList<T> List<T>(Func<T> one) =>
        [.. Enumerable.Range(0, 1 + _chance.Next(ListMax)).Select(_ => one())];

    private void Fill(IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (_chance.Next(4) == 0)
            {
                continue;
            }

            if (!field.IsRepeated)
            {
                field.Accessor.SetValue(message, Value(field));
                continue;
            }

            var list = (IList)field.Accessor.GetValue(message);
            for (var left = _chance.Next(ListMax); left > 0; left--)
            {
                list.Add(Value(field));
            }
        }
    }

    private object Value(FieldDescriptor field)
    {
        switch (field.FieldType)
        {
            case FieldType.String:
                return Text();
            case FieldType.Bool:
                return _chance.Next(2) == 0;
            case FieldType.Int32:
                return _chance.Next(int.MinValue, int.MaxValue);
            case FieldType.Int64:
                return _chance.NextInt64();
            case FieldType.UInt32:
                return (uint)_chance.NextInt64(uint.MaxValue);
            case FieldType.Bytes:
                return ByteString.CopyFromUtf8(Text());
            case FieldType.Enum:
                return Enum.ToObject(field.EnumType.ClrType, _chance.Next(-1, 9));
            case FieldType.Message:
                var inner = (IMessage)Activator.CreateInstance(field.MessageType.ClrType)!;
                Fill(inner);
                return inner;
            default:
                throw new NotSupportedException($"{field.FullName} is of a type that no body had before.");
        }
    }
}
