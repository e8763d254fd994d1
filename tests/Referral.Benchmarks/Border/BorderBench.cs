using System.Diagnostics;
using Referral.Benchmarks.Border.Floor;
using Referral.Benchmarks.Border.Naive;

namespace Referral.Benchmarks.Border;

/// <summary>One run: starts the servers, fills the databases, warms up, takes interleaved samples.</summary>
internal sealed class BorderBench(int letters, int referrals, int pouch, int rounds, bool tls)
{
    /// <summary>Pouches' worth of letters that may be under way at a time.</summary>
    private const int UnderWay = 6;

    public async Task<int> Run()
    {
        await using var servers = await Servers.Start(tls);
        await using var gateways = await TwoGateways.Start(servers, "ours", pouch);
        var filled = new Referrals(referrals);
        var clock = Stopwatch.StartNew();
        await gateways.Fill(filled);
        Console.Error.WriteLine($"{referrals} referrals filled in {clock.Elapsed.TotalSeconds:0} s");
        var letter = await gateways.Letter();
        using var ours = new OurLetters(gateways, filled, letter);
        await using var floor = await FloorLetters.Start(
            await FloorPair.Of(servers, "XA", "XB", referrals), pouch, letter.Draft);
        await using var naive = new NaiveLetters(
            await FloorPair.Of(servers, "XC", "XD", referrals), letter.Draft);
        await naive.Start();
        await using var plain = await PlainConsumer.Start(servers);
        ILetters[] all = [floor, ours, naive, plain];
        var taken = new List<Sample>();
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var one in all)
            {
                taken.Add(await Take(servers, one, letters));
                Console.WriteLine($"{(round == 0 ? "warm-up" : $"round {round}")}: {taken[^1]}");
            }

            if (round == 0)
            {
                await servers.Tidy();
            }
        }

        var medians = all.Select(one => Sample.Median(
            [.. taken.Skip(all.Length).Where(sample => sample.Name == one.Name)])).ToList();
        foreach (var median in medians)
        {
            Console.WriteLine($"median: {median}, {medians[1].Rate / median.Rate:0.00} "
                + $"of it is {medians[1].Name}'s rate");
        }

        await new Latencies(ours).Print(medians[1].Rate / 2);
        return 0;
    }

    private async Task<Sample> Take(Servers servers, ILetters what, int count)
    {
        var (before, since) = (servers.Used(), Stopwatch.StartNew());
        var start = what.Counted.Settled;
        for (var done = 0; done < count; done += pouch)
        {
            await what.Write(pouch);
            await what.Counted.UntilSettled(start + done - (pouch * UnderWay));
        }

        await what.Counted.UntilSettled(start + count);
        var (took, used) = (since.Elapsed, servers.Used() - before);
        return new Sample(what.Name, count / took.TotalSeconds,
            used.Program.TotalMicroseconds / count, used.Broker.TotalMicroseconds / count,
            used.Database.TotalMicroseconds / count);
    }
}

/// <summary>What was measured once: letters a second, and processor time a letter in microseconds.</summary>
internal sealed record Sample(string Name, double Rate, double Program, double Broker, double Database)
{
    /// <summary>Each figure's median by itself.</summary>
    public static Sample Median(IReadOnlyList<Sample> samples) => new(samples[0].Name,
        Of(samples, one => one.Rate), Of(samples, one => one.Program), Of(samples, one => one.Broker),
        Of(samples, one => one.Database));

    public override string ToString() => $"{Name}: {Rate:0} letters/s; CPU a letter: program {Program:0} us, "
        + $"broker {Broker:0} us, database {Database:0} us";

    private static double Of(IReadOnlyList<Sample> samples, Func<Sample, double> figure) =>
        samples.Select(figure).Order().ElementAt(samples.Count / 2);
}
