using System.CommandLine;
using Google.Protobuf;
using Referral.Cli.Desk;
using Referral.Contracts.Desk;

namespace Referral.Cli.OneCase;

/// <summary>`referral batch`: many commands from a file in one call, each with its own outcome.</summary>
internal static class BatchVerb
{
    private static readonly string[] Columns = ["Item", "Case", "Outcome", "Refusal"];

    public static Verb Build(Screen screen)
    {
        var shared = new DeskOptions();
        var file = new Argument<string>("FILE")
        {
            Description = "JSON of RunBatchRequest (docs/Interfaces.md); - reads it from the input",
        };
        var verb = new Verb("batch", "Does many commands in one call; one that is refused holds up no other.",
            "referral batch group.json", "referral batch - --output json < group.json") { file };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Run(
            screen, shared.Of(parsed), parsed.GetValue(file)!, cancellation));
        return verb;
    }

    private static async Task<int> Run(
        Screen screen, Asked asked, string file, CancellationToken cancellation)
    {
        RunBatchRequest batch;
        var id = Guid.CreateVersion7().ToString();
        var kept = file;
        try
        {
            var text = file == "-" ? await Console.In.ReadToEndAsync(cancellation)
                : await File.ReadAllTextAsync(file, cancellation);
            if (file == "-") kept = Unsent.Keep(id, text);
            batch = RunBatchRequest.Parser.ParseJson(text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException
            or InvalidProtocolBufferException or InvalidJsonException)
        {
            // What stands in the file may be about a person: only its kind of fault is told.
            screen.Wrong($"The file cannot be read as a batch ({fault.GetType().Name}): {kept}");
            return Exit.BadInput;
        }

        if (batch.CommandId.Length == 0) batch.CommandId = id;
        var end = await Door.With(screen, asked,
            () => $"Make it again with \"commandId\": \"{batch.CommandId}\" in {kept}",
            async door => Print(door, await new Batches.BatchesClient(door.Calls).RunBatchAsync(
                batch, door.Options(cancellation))), cancellation);
        // Each item has its outcome: what was refused is told there.
        Unsent.End(screen, kept, taken: end is Exit.Holds or Exit.Refused);
        return end;
    }

    private static int Print(Door door, BatchAnswer answer)
    {
        Rows.Print(door, answer, Columns, answer.Outcomes.Select((one, place) => new[]
        {
            Rows.Text((uint)place + 1),
            one.CaseView?.Case ?? one.Draft?.Case ?? one.Letters?.Case ?? "",
            one.CaseView is not null ? "done" : one.Draft is not null ? $"draft {one.Draft.Revision}"
                : one.Letters is not null ? "released" : "refused",
            one.Refusal is null ? "" : $"{one.Refusal.Code} {one.Refusal.Sentence}",
        }));
        return answer.Refused == 0 ? Exit.Holds : Exit.Refused;
    }
}
