using System.CommandLine;
using Google.Protobuf;
using Referral.Network;

namespace Referral.Cli.Watch;

/// <summary>
/// `referral why LETTER-ID`: what happened to a letter, whose move it is, and what to do now.
/// </summary>
internal static class WhyVerb
{
    public static Verb Build(Screen screen)
    {
        var shared = new WatchOptions();
        var letter = new Argument<string>("LETTER-ID")
        {
            Description = "Id of the letter (UUID), as the timeline and the tray show it",
        };
        const string Example = "referral why 019a0000-0000-7000-8000-000000000001 --country";
        var verb = new Verb("why", "Says in words what happened to one letter.",
            $"{Example} {Members.Codes[0]}", $"{Example} {Members.Codes[0]} --language en --output json")
        {
            letter,
        };
        shared.AddTo(verb);
        verb.SetAction((parsed, _) => Run(screen, shared.Of(parsed), parsed.GetValue(letter)!));
        return verb;
    }

    private static Task<int> Run(Screen screen, Asked asked, string letter)
    {
        if (!Guid.TryParseExact(letter, "D", out _))
        {
            screen.Wrong("A letter's id is a UUID, such as 019a0000-0000-7000-8000-000000000001.");
            return Task.FromResult(Exit.BadInput);
        }

        return GatewayDoor.With(screen, asked, async (door, options) =>
        {
            var why = await door.WhyAsync(new() { LetterId = letter.ToLowerInvariant() }, options);
            if (asked.Json) screen.Output.WriteLine(JsonFormatter.Default.Format(why));
            else WhyPrint.Print(screen, why, asked.Language);
            return Exit.Holds;
        });
    }
}
