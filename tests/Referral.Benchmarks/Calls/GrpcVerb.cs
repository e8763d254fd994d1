using System.CommandLine;

namespace Referral.Benchmarks.Calls;

/// <summary>
/// `./bench grpc`: calls at a gateway's door over a full database, beside an empty method; search; watchers.
/// </summary>
internal static class GrpcVerb
{
    public static Command Make()
    {
        var referrals = Number("--referrals", "Referrals in the database beforehand", 100_000);
        var tasks = Number("--tasks", "Open tasks of one post; their cases have a whole folder", 10_000);
        var watchers = Number("--watchers", "Streams that are open at once", 1000);
        var calls = Number("--calls", "Calls a sample", 1000);
        var rounds = Number("--rounds", "Samples of each after a warm-up, interleaved", 3);
        var verb = new Command("grpc", "Calls at the door of a gateway over a full database.")
        {
            referrals, tasks, watchers, calls, rounds,
        };
        verb.SetAction(async (parsed, _) => await new GrpcBench(new GrpcWishes(
            parsed.GetValue(referrals), Math.Min(parsed.GetValue(tasks), parsed.GetValue(referrals)),
            parsed.GetValue(watchers), parsed.GetValue(calls), parsed.GetValue(rounds))).Run());
        return verb;
    }

    private static Option<int> Number(string name, string what, int usual) =>
        new(name) { Description = what, DefaultValueFactory = _ => usual };
}

/// <summary>What is measured: the options of the verb.</summary>
internal sealed record GrpcWishes(int Referrals, int Tasks, int Watchers, int Calls, int Rounds);
