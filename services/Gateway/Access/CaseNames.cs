using System.Text.RegularExpressions;
using Google.Protobuf;

namespace Referral.Gateway.Access;

/// <summary>Names of cases: "cases/NUMBER", or the local or referral number alone.</summary>
internal static partial class CaseNames
{
    private const string Collection = "cases/";

    public static string Of(string localNumber) => Collection + localNumber;

    /// <summary>The number in a name; what is no name of ours stays as it is and finds nothing.</summary>
    public static string Number(string name) =>
        name.StartsWith(Collection, StringComparison.Ordinal) ? name[Collection.Length..] : name;

    /// <summary>
    /// The number of the case or the name of the text that a request names; empty where it names none. A
    /// caller may write anything there: what has not the form of a number is not told on.
    /// </summary>
    public static string In(IMessage? request)
    {
        // A text is named by its own id: who asks does not know the case, the case's journal does.
        if (request?.Descriptor.FindFieldByName("text")?.Accessor.GetValue(request) is string text)
        {
            return OfText().IsMatch(text) ? text : text.Length == 0 ? "" : "-";
        }

        var field = request?.Descriptor.FindFieldByName("case");
        var number = field?.Accessor.GetValue(request) is string name ? Number(name) : "";
        return Form().IsMatch(number) ? number : number.Length == 0 ? "" : "-";
    }

    /// <summary>Whether what was named is a text, not a case.</summary>
    public static bool IsText(string name) => OfText().IsMatch(name);

    [GeneratedRegex("^texts/[0-9a-f-]{36}$")]
    private static partial Regex OfText();

    [GeneratedRegex("^[A-Z]{2}-[A-Z0-9-]{4,24}$")]
    private static partial Regex Form();
}
