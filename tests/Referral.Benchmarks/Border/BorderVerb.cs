using System.CommandLine;

namespace Referral.Benchmarks.Border;

/// <summary>
/// `./bench border`: letters end to end beside a floor program and a naive shape.
/// </summary>
internal static class BorderVerb
{
    public static Command Make()
    {
        var letters = new Option<int>("--letters")
        {
            Description = "Letters a sample", DefaultValueFactory = _ => 6400,
        };
        var referrals = new Option<int>("--referrals")
        {
            Description = "Referrals in the databases beforehand", DefaultValueFactory = _ => 10_000,
        };
        var pouch = new Option<int>("--pouch")
        {
            Description = "Letters in one transaction of the sender, and in one pouch at most",
            DefaultValueFactory = _ => 64,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "Samples of each after a warm-up, interleaved", DefaultValueFactory = _ => 3,
        };
        var tls = new Option<bool>("--tls") { Description = "TLS with client certificates to the broker" };
        var verb = new Command("border", "Letters from one gateway to another, end to end.")
        {
            letters, referrals, pouch, rounds, tls,
        };
        verb.SetAction(async (parsed, _) => await new BorderBench(
            parsed.GetValue(letters), parsed.GetValue(referrals), parsed.GetValue(pouch),
            parsed.GetValue(rounds), parsed.GetValue(tls)).Run());
        return verb;
    }
}
