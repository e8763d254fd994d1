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
        ILetters[] all = [floor, ours, naive];
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var one in all)
            {
                await Sample(servers, one, letters);
            }
        }

        return 0;
    }

    private async Task Sample(Servers servers, ILetters what, int count)
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
        Console.WriteLine($"{what.Name}: {count / took.TotalSeconds:0} letters/s; CPU a letter: "
            + $"program {used.Program.TotalMicroseconds / count:0} us, "
            + $"broker {used.Broker.TotalMicroseconds / count:0} us, "
            + $"database {used.Database.TotalMicroseconds / count:0} us");
    }
}
