using System.Text;
using System.Text.Json.Nodes;
using Referral.Network.Cases;

namespace Referral.Tests.Network.Cases;

/// <summary>
/// Case files for tests, made from a sample case by one change. The people in them are invented.
/// </summary>
internal static class CaseTexts
{
    /// <summary>Text of a sample case with one change, written with one member a line.</summary>
    public static string Changed(string id, Action<JsonObject> change)
    {
        var file = JsonNode.Parse(CaseLibrary.Text($"{id}.json"))!.AsObject();
        change(file);
        return file.ToJsonString(new() { WriteIndented = true, IndentSize = 1 });
    }

    public static CaseReading Read(string text) => CaseReader.Read(Encoding.UTF8.GetBytes(text));

    public static CaseReading ReadChanged(string id, Action<JsonObject> change) => Read(Changed(id, change));

    /// <summary>Line, from 1, of the first place where this stands.</summary>
    public static int LineOf(string text, string needle) =>
        text[..text.IndexOf(needle, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    public static JsonObject Event(this JsonObject file, int index) => file["events"]![index]!.AsObject();
}
