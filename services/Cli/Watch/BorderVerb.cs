using System.CommandLine;
using Google.Protobuf;
using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Network;
using BorderClient = Referral.Contracts.Desk.Border.BorderClient;

namespace Referral.Cli.Watch;

/// <summary>
/// `referral border`: how the border of one gateway stands; its options pause resending or send letters
/// again.
/// </summary>
internal static class BorderVerb
{
    public static Verb Build(Screen screen)
    {
        var shared = new WatchOptions();
        var pause = Neighbour("--pause", "Stop sending letters again to this neighbour");
        var resume = Neighbour("--resume", "Start it again");
        var again = new Option<string[]>("--send-again")
        {
            Description = "Send these letters again now, also while paused",
            AllowMultipleArgumentsPerToken = true,
        };
        var taken = new Option<string?>("--take-undeliverable")
        {
            Description = "Take a kept message that could not be delivered, by its SHA-256",
        };
        var (here, there) = (Members.Codes[0], Members.Codes[1]);
        var verb = new Verb("border", "Shows what waits at a gateway's border, and for whom.",
            $"referral border --country {here}",
            $"referral border --country {here} --output json",
            $"referral border --country {here} --pause {there}",
            $"referral border --country {here} --send-again 019a0000-0000-7000-8000-000000000001")
        {
            pause, resume, again, taken,
        };
        shared.AddTo(verb);
        verb.SetAction((parsed, _) => Run(screen, shared.Of(parsed),
            new Turn(parsed.GetValue(pause), parsed.GetValue(resume), parsed.GetValue(again) ?? [],
                parsed.GetValue(taken))));
        return verb;
    }

    private static Option<string?> Neighbour(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.AcceptOnlyFromAmong([.. Members.Codes]);
        return option;
    }

    private static Task<int> Run(Screen screen, Asked asked, Turn turn) =>
        GatewayDoor.With(screen, asked, async (door, options) =>
        {
            await Do(door, options, turn);
            var border = await door.GetBorderAsync(new(), options);
            if (asked.Json) screen.Output.WriteLine(JsonFormatter.Default.Format(border));
            else BorderPrint.Print(screen, border);
            return Exit.Holds;
        });

    private static async Task Do(BorderClient door, CallOptions options, Turn turn)
    {
        foreach (var (country, paused) in new[] { (turn.Pause, true), (turn.Resume, false) })
            if (country is not null)
                await door.PauseResendingAsync(
                    new() { CommandId = NewCommand(), Country = country, Paused = paused }, options);
        if (turn.Again.Count > 0)
            await door.SendAgainAsync(
                new SendAgainRequest { CommandId = NewCommand(), LetterIds = { turn.Again } }, options);
        if (turn.Taken is { } hash)
            await door.TakeUndeliverableAsync(new() { CommandId = NewCommand(), BodySha256 = hash }, options);
    }

    private static string NewCommand() => Guid.CreateVersion7().ToString();

    private sealed record Turn(string? Pause, string? Resume, IReadOnlyList<string> Again, string? Taken);
}
