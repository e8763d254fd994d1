using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Referral.Cli.SignIn;
using Referral.Contracts.Desk;

namespace Referral.Cli.Desk;

/// <summary>
/// `referral watch`: the cases of the post as they move. Where it left off is kept beside the sign-in, so
/// that the next watch misses nothing; a line that breaks is taken up again by itself.
/// </summary>
internal static class WatchVerb
{
    private static readonly string[] Columns = ["At", "Kind", "Case", "Referral", "Stage", "Other"];
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Verb Build(Screen screen)
    {
        var shared = new DeskOptions();
        var from = new Option<string?>("--from")
        {
            Description = "From this moment on (such as 2026-11-25 or 2026-11-25T08:00:00Z), not from where "
                + "the last watch left off",
        };
        from.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && MomentOf(text) is null)
                given.AddError("--from is a day or a moment of ISO 8601, UTC where it names no zone.");
        });
        var count = new Option<int>("--count") { Description = "End after so many; default: at Ctrl-C" };
        var verb = new Verb("watch", "Tells as it happens what moves in the cases of your post.",
            "referral watch",
            "referral watch --from 2026-11-25",
            "referral watch --output json --count 10")
        {
            from, count,
        };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, door =>
            Run(door, parsed.GetValue(from) is { } text ? MomentOf(text) : null, parsed.GetValue(count),
                cancellation), cancellation));
        return verb;
    }

    private static async Task<int> Run(
        Door door, Timestamp? from, int count, CancellationToken cancellation)
    {
        var file = new SessionFile(door.Gateway, door.Asked.As);
        var at = new Place(file, new WatchCasesRequest
        {
            From = from, ResumeToken = from is null ? file.LeftOff() ?? "" : "",
        }, count > 0 ? count : int.MaxValue);
        if (door.Asked.Output == Output.Csv) Rows.Csv(door.Screen.Output, null, [Columns]);
        while (true)
            try
            {
                if (await Follow(door, at, cancellation)) return Exit.Holds;
                await Task.Delay(Pause, cancellation);
            }
            catch (RpcException) when (cancellation.IsCancellationRequested)
            {
                return Exit.Holds;
            }
            catch (OperationCanceledException)
            {
                return Exit.Holds;
            }
            catch (RpcException no) when (CallsAgain.IsSilence(no) && at.Opened)
            {
                door.Screen.Wrong("The line broke; it is taken up again.");
                await Task.Delay(Pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    // True when as many came as were asked for.
    private static async Task<bool> Follow(Door door, Place at, CancellationToken cancellation)
    {
        using var call = new Feeds.FeedsClient(door.Channel).WatchCases(at.Next, door.Options(cancellation));
        await call.ResponseHeadersAsync;
        at.Open();
        await foreach (var moved in call.ResponseStream.ReadAllAsync(cancellation))
        {
            Print(door, moved);
            at.LeaveOff(moved.Status.ResumeToken);
            if (at.Left == 0) return true;
        }

        return false;
    }

    private static void Print(Door door, CaseMoved moved)
    {
        string[] row =
        [
            Rows.Moment(moved.Status.At), moved.Status.Kind, moved.CaseName, moved.Referral,
            moved.Stage?.Text ?? "", moved.Status.Other,
        ];
        var output = door.Screen.Output;
        if (door.Asked.Output == Output.Json) output.WriteLine(JsonFormatter.Default.Format(moved));
        else if (door.Asked.Output == Output.Csv) Rows.Csv(output, null, [row]);
        else door.Screen.Line(string.Join("  ", row));
        output.Flush();
    }

    private static Timestamp? MomentOf(string text) => DateTimeOffset.TryParse(text,
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out var moment) ? moment.ToTimestamp() : null;

    private sealed class Place(SessionFile file, WatchCasesRequest next, int left)
    {
        public WatchCasesRequest Next => next;

        public int Left { get; private set; } = left;

        /// <summary>The gateway has let it in: whatever breaks now is the line.</summary>
        public bool Opened { get; private set; }

        public void Open() => Opened = true;

        // Printed first, kept after: who is ended between the two is told once more, and nothing is missed.
        public void LeaveOff(string token)
        {
            Left--;
            (next.ResumeToken, next.From) = (token, null);
            file.LeaveOff(token);
        }
    }
}
