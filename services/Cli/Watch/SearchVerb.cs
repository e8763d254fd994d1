using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using Referral.Contracts.Desk;
using Referral.Network;

namespace Referral.Cli.Watch;

/// <summary>`referral search NAME`: cases whose person may have that name, and why.</summary>
internal static class SearchVerb
{
    /// <summary>A practice officer of the home desk, who may read names.</summary>
    private const string Role = "DO";

    public static Verb Build(Screen screen)
    {
        var shared = new WatchOptions();
        var name = new Argument<string>("NAME")
        {
            Description = "The name, in any script, order and spelling",
        };
        var born = Text("--born", "Birth date: yyyy, yyyy-MM or yyyy-MM-dd, Gregorian");
        var sex = Text("--sex", "Code of list sex: F, M");
        var place = Text("--place", "Place of origin, in any script");
        var verb = new Verb("search", "Finds cases by the person's name, and says why each may be hers.",
            $"referral search Bouavanh --country {Members.Codes[0]}",
            $"referral search \"บัววัน\" --country {Members.Codes[0]} --born 2004 --output json")
        {
            name, born, sex, place,
        };
        shared.AddTo(verb);
        verb.SetAction((parsed, _) => Run(screen, shared.Of(parsed), new SearchNamesRequest
        {
            Name = parsed.GetValue(name),
            Born = parsed.GetValue(born) ?? "",
            Sex = parsed.GetValue(sex) ?? "",
            Place = parsed.GetValue(place) ?? "",
        }));
        return verb;
    }

    private static Option<string?> Text(string name, string description) =>
        new(name) { Description = description };

    private static Task<int> Run(Screen screen, Asked asked, SearchNamesRequest request) =>
        GatewayDoor.As(Role, screen, asked, async (channel, options) =>
        {
            var answer = await new Search.SearchClient(channel).SearchNamesAsync(request, options);
            if (asked.Json) screen.Output.WriteLine(JsonFormatter.Default.Format(answer));
            else Print(screen, answer);
            return Exit.Holds;
        });

    private static void Print(Screen screen, SearchNamesAnswer answer)
    {
        screen.Table(["Score", "Case", "Referral", "Why"], answer.Found.Select(found => new[]
        {
            Number(found.Score), found.Case, found.Referral, string.Join("; ", found.Reasons.Select(Words)),
        }));
        screen.Line("A person decides whether two are one; nothing is merged here.");
    }

    private static string Words(MatchReasonView reason)
    {
        var what = (reason.Asked.Length, reason.Held.Length) switch
        {
            (0, _) => reason.Held,
            (_, 0) => reason.Asked,
            _ => $"{reason.Asked} = {reason.Held}",
        };
        return $"{reason.Topic.Text} {what}: {reason.Because.Text} ({Number(reason.Agreement)})";
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
