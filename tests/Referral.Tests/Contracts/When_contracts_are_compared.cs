using System.Text;
using Google.Protobuf.Reflection;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Tests.Conventions;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

/// <summary>
/// What two programs may say to each other changes only on purpose, and with everybody's knowledge.
/// </summary>
public sealed class When_contracts_are_compared
{
    private static readonly FileDescriptor[] Roots =
    [
        Letter.Descriptor.File, Pouch.Descriptor.File, VictimIdentificationNotice.Descriptor.File,
        DiplomaticNoteReference.Descriptor.File, CodedQuestion.Descriptor.File,
        PersonName.Descriptor.File,
        .. DeskContracts.Files, Referral.Contracts.Language.RenderRequest.Descriptor.File,
    ];

    [Fact]
    public void the_wire_is_the_approved_one() =>
        Approved.Match("tests/Referral.Tests/Contracts/contracts.approved.txt", Text());

    [Fact]
    public void every_file_of_ours_is_in_the_comparison()
    {
        var compared = Roots.Select(root => root.Name).ToList();
        Sources.All.Where(file => file.Path.EndsWith(".proto", StringComparison.Ordinal))
            .Select(file => file.Path["contracts/".Length..]).ShouldBe(compared, ignoreOrder: true);
    }

    [Fact]
    public void no_letter_has_a_field_that_must_never_cross()
    {
        var never = FieldBook.Shipped.All.Where(field => field.Never).Select(field => field.Key).ToHashSet();
        never.ShouldNotBeEmpty();
        Reached(Letter.Descriptor).SelectMany(message => message.Fields.InDeclarationOrder())
            .Where(field => never.Contains(field.Name)).Select(field => field.FullName).ShouldBeEmpty();
    }

    /// <summary>A message and all that can stand inside it.</summary>
    private static IReadOnlyCollection<MessageDescriptor> Reached(MessageDescriptor root)
    {
        var reached = new Dictionary<string, MessageDescriptor>(StringComparer.Ordinal);
        var open = new Queue<MessageDescriptor>([root]);
        while (open.TryDequeue(out var message))
        {
            if (!reached.TryAdd(message.FullName, message))
                continue;
            foreach (var field in message.Fields.InDeclarationOrder().Where(f =>
                f.FieldType == FieldType.Message))
                open.Enqueue(field.MessageType);
        }
        return reached.Values;
    }

    private static string Text()
    {
        var text = new StringBuilder();
        foreach (var file in Roots.OrderBy(root => root.Name, StringComparer.Ordinal))
        {
            text.Append($"# {file.Name} ({file.Package})\n");
            foreach (var kind in file.EnumTypes)
                text.Append($"enum {NamesOf(kind)}\n");
            foreach (var message in file.MessageTypes)
                Write(text, message);
            foreach (var rpc in file.Services.SelectMany(service => service.Methods))
                Write(text, rpc);
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    // With where REST finds it and who may call: both are promises too.
    private static void Write(StringBuilder text, MethodDescriptor rpc)
    {
        var stream = rpc.IsServerStreaming ? "stream " : "";
        text.Append($"rpc {rpc.Service.Name}.{rpc.Name}({rpc.InputType.Name}) ")
            .Append($"{stream}{rpc.OutputType.Name}\n");
        foreach (var option in new object?[]
            {
                rpc.GetOptions()?.GetExtension(Google.Api.AnnotationsExtensions.Http),
                rpc.GetOptions()?.GetExtension(DoorExtensions.Who),
            }.OfType<object>())
            text.Append($"  {option}\n");
    }

    private static void Write(StringBuilder text, MessageDescriptor message)
    {
        text.Append($"message {message.FullName[(message.File.Package.Length + 1)..]}\n");
        foreach (var field in message.Fields.InFieldNumberOrder())
            text.Append($"  {field.FieldNumber} {field.Name}: {TypeOf(field)}\n");
        foreach (var kind in message.EnumTypes)
            text.Append($"  enum {NamesOf(kind)}\n");
        foreach (var inner in message.NestedTypes.Where(inner => !inner.IsMapEntry))
            Write(text, inner);
    }

    private static string NamesOf(EnumDescriptor kind) =>
        $"{kind.Name}: {string.Join(", ", kind.Values.Select(value => $"{value.Name}={value.Number}"))}";

    private static string TypeOf(FieldDescriptor field)
    {
        var type = field.FieldType switch
        {
            FieldType.Message => field.MessageType.Name,
            FieldType.Enum => field.EnumType.Name,
            var plain => plain.ToString().ToLowerInvariant(),
        };
        var many = field.IsMap ? "map " : field.IsRepeated ? "repeated " : "";
        return many + type + (field.RealContainingOneof is { } choice ? $" (one of {choice.Name})" : "");
    }
}
