using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Agreements;

public sealed class When_a_body_carries_fields
{
    public static TheoryData<string> Bodies =>
        [.. Letter.Descriptor.Oneofs[0].Fields.Where(f => f.Name != "void").Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void every_one_of_them_is_named_and_stands_in_its_row(string body)
    {
        var slot = Letter.Descriptor.FindFieldByName(body);
        foreach (var field in slot.MessageType.Fields.InFieldNumberOrder())
        {
            var letter = new Letter();
            var message = slot.MessageType.Parser.ParseFrom([]);
            Fill(message, field);
            slot.Accessor.SetValue(letter, message);

            var carried = LetterFields.Of(letter).ShouldHaveSingleItem($"{body}.{field.Name}");

            var kind = LetterBook.Shipped.Find(LetterKinds.Of(letter)!).ShouldNotBeNull();
            LetterRows.Bar(kind, carried).ShouldBeNull($"{kind.Id} {carried}");
        }
    }

    [Fact]
    public void an_empty_one_carries_none() =>
        LetterFields.Of(new Letter { VictimIdentificationNotice = new() { Name = new() } }).ShouldBeEmpty();

    private static void Fill(IMessage message, FieldDescriptor field)
    {
        var value = Sample(field);
        if (field.IsRepeated)
            ((IList)field.Accessor.GetValue(message)).Add(value);
        else
            field.Accessor.SetValue(message, value);
    }

    private static object Sample(FieldDescriptor field)
    {
        if (field.FieldType == FieldType.Bool)
            return true;
        if (field.FieldType != FieldType.Message)
            return field.Name == "fields" ? "sex" : "x";
        var inner = field.MessageType.Parser.ParseFrom([]);
        Fill(inner, inner.Descriptor.Fields.InFieldNumberOrder()[0]);
        return inner;
    }
}
