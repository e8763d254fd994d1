using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;
using Referral.Contracts;
using Referral.Contracts.Desk;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

/// <summary>
/// How contracts of the door are written, in the manner of buf's rules: names, comments, enum zeros, a
/// request and an answer for each call, the version in the package.
/// </summary>
public sealed partial class When_contracts_are_written
{
    private static readonly IReadOnlyList<FileDescriptor> Files = DeskContracts.Files;

    private static readonly IReadOnlyList<MessageDescriptor> Messages =
        [.. Files.SelectMany(file => file.MessageTypes).SelectMany(WithInner)];

    private static readonly IReadOnlyList<MethodDescriptor> Calls =
        [.. Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)];

    [Fact]
    public void each_package_has_a_version() =>
        Files.Where(file => !Regex.IsMatch(file.Package, @"^referral\.[a-z]+\.v[1-9]\d*$")).ShouldBeEmpty();

    [Fact]
    public void names_have_the_usual_forms()
    {
        Messages.Select(message => message.Name).Where(name => !Pascal().IsMatch(name)).ShouldBeEmpty();
        Calls.Select(call => call.Name).Where(name => !Pascal().IsMatch(name)).ShouldBeEmpty();
        Messages.SelectMany(message => message.Fields.InDeclarationOrder()).Select(field => field.Name)
            .Where(name => !Snake().IsMatch(name)).ShouldBeEmpty();
    }

    [Fact]
    public void each_call_takes_a_request_of_its_own_name() =>
        Calls.Where(call => call.InputType.Name != $"{call.Name}Request").Select(call => call.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void each_call_is_reachable_over_rest() =>
        Calls.Where(call => call.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is null)
            .Select(call => call.FullName).ShouldBeEmpty();

    [Fact]
    public void each_change_carries_a_request_id_first() =>
        Calls.Where(call => call.GetOptions().GetExtension(AnnotationsExtensions.Http)
                .PatternCase == HttpRule.PatternOneofCase.Post)
            // A search changes nothing; it is a POST so that no name stands in an address.
            .Where(call => call.Name != "SearchNames")
            .Where(call => call.InputType.FindFieldByNumber(1)?.Name != "command_id")
            .Select(call => call.FullName).ShouldBeEmpty();

    [Fact]
    public void each_list_has_pages() =>
        Calls.Where(call => call.InputType.FindFieldByName("page_token") is not null)
            .Where(call => call.InputType.FindFieldByName("page_size") is null
                || call.OutputType.FindFieldByName("next_page_token") is null)
            .Select(call => call.FullName).ShouldBeEmpty();

    [Fact]
    public void each_enum_begins_with_the_value_that_says_nothing() =>
        Messages.SelectMany(message => message.EnumTypes).Concat(Files.SelectMany(file => file.EnumTypes))
            .Where(kind => !kind.FindValueByNumber(0).Name.EndsWith("_UNSPECIFIED", StringComparison.Ordinal)
                || kind.Values.Any(value => !value.Name.StartsWith(
                    $"{ScreamingOf(kind.Name)}_", StringComparison.Ordinal)))
            .Select(kind => kind.FullName).ShouldBeEmpty();

    [Fact]
    public void everything_says_what_it_is()
    {
        var names = Calls.Select(call => $"{call.Service.Name}.{call.Name}")
            .Concat(Files.SelectMany(file => file.Services).Select(service => service.Name))
            .Concat(Messages.SelectMany(message => message.Fields.InDeclarationOrder()).Select(NameOf))
            .Concat(Messages.SelectMany(message => message.EnumTypes).SelectMany(kind =>
                kind.Values.Select(value => $"{Short(kind.FullName)}.{value.Name}")));
        names.Where(name => ContractText.Of(name).Length < 4).ShouldBeEmpty();
    }

    [Fact]
    public void each_field_says_its_class() =>
        Messages.SelectMany(message => message.Fields.InDeclarationOrder()).Select(NameOf)
            .Where(name => !Class().IsMatch(ContractText.Of(name))).ShouldBeEmpty();

    private static IEnumerable<MessageDescriptor> WithInner(MessageDescriptor message) =>
        message.NestedTypes.Where(inner => !inner.IsMapEntry).SelectMany(WithInner).Prepend(message);

    private static string NameOf(FieldDescriptor field) =>
        $"{Short(field.ContainingType.FullName)}.{field.Name}";

    private static string Short(string name) => name["referral.desk.v1.".Length..];

    private static string ScreamingOf(string name) =>
        Regex.Replace(name, "(?<=[a-z])(?=[A-Z])", "_").ToUpperInvariant();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex Pascal();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Snake();

    [GeneratedRegex(@"\bClass\b.*?\b(P[0-4]|E)\b")]
    private static partial Regex Class();
}

/// <summary>The files under contracts/Desk that are built into the assembly.</summary>
internal static class DeskContracts
{
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        .. typeof(CaseView).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal)
                && type.Namespace == typeof(CaseView).Namespace)
            .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}
