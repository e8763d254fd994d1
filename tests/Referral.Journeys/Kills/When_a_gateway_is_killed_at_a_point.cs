using Referral.Cli.Journals;
using Referral.Network.Postgres;
using Referral.Network.Rabbit;
using Referral.Network.Soak;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Kills;

/// <summary>
/// The shipped gateway is killed (kill -9) at every commit, publish, confirm and acknowledgement of one
/// letter's way, before the bytes pass and after: from outside, by what stands between it and its servers.
/// On PostgreSQL; SQLite has no wire to stand on.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class When_a_gateway_is_killed_at_a_point : IDisposable
{
    internal const string Name = "Kills at every point, alone on the machine";
    private const string Letters = "SELECT count(*) FROM letters_out";
    private const int Counted = 3;

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-kills-").FullName;

    [Fact]
    public async Task each_letter_has_one_effect_and_one_receipt_settles_it()
    {
        Assert.SkipWhen(PostgresNode.WhyNot is not null, PostgresNode.WhyNot ?? "");
        Assert.SkipWhen(RabbitNode.Find().Script is null, RabbitNode.Find().Sentence);
        await using var network = await KilledNetwork.Start(_folder);
        using var letters = new OneLetterAtATime(network);
        await letters.Begin();
        await letters.Quiet();

        var points = await Points(network, letters);
        Say($"{points.Count} points in one letter's way:");
        foreach (var point in points) await KillAt(point, network, letters);

        await network.EndGateways();
        var account = new Accounting([.. network.Running.Gateways.Select(GatewayRecords.Of)]);
        (account.Written, account.Effects, account.Receipts())
            .ShouldBe((letters.Written, letters.Written, letters.Written));
        (account.Doubles, account.Losses(), account.OutOfOrder()).ShouldBe((0, 0, 0));
        account.Complaints().ShouldBeEmpty();
        var journals = JournalsCheck.Run(_folder);
        journals.Count.ShouldBe(2);
        journals.ShouldAllBe(one => one.Report.Whole);
        Say($"{points.Count} kills, {letters.Written} letters, each with one effect and one receipt.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // What happens in the way of a letter that nobody disturbs; of several letters the least.
    private static async Task<IReadOnlyList<KillPoint>> Points(
        KilledNetwork network, OneLetterAtATime letters)
    {
        var least = new Dictionary<(string Country, WireEvent What), int>();
        for (var count = 0; count < Counted; count++)
        {
            var release = await letters.Prepare();
            foreach (var gate in network.Gates.Values) _ = gate.Set(null);
            await letters.Release(release);
            await letters.Quiet();
            foreach (var (country, gate) in network.Gates)
                foreach (var what in Enum.GetValues<WireEvent>())
                {
                    var seen = gate.Seen.GetValueOrDefault(what);
                    least[(country, what)] = Math.Min(seen, least.GetValueOrDefault((country, what), seen));
                }
        }
        least.ShouldAllBe(one => one.Value > 0);
        return [.. from one in least
                   from occurrence in Enumerable.Range(1, one.Value)
                   from passed in new[] { false, true }
                   select new KillPoint(one.Key.Country, one.Key.What, occurrence, passed)];
    }

    private static async Task KillAt(KillPoint point, KilledNetwork network, OneLetterAtATime letters)
    {
        var release = await letters.Prepare();
        var (id, held) = (network.IdOf(point.Country), await network.Number(KilledNetwork.Sender, Letters));
        foreach (var gate in network.Gates.Values) _ = gate.Set(null);
        var killed = network.Gates[point.Country].Set(point);
        var released = letters.Release(release);

        (await killed.WaitAsync(TimeSpan.FromMinutes(2))).ShouldBe(point);
        network.IdOf(point.Country).ShouldBeNull($"{point}");
        Directory.Exists($"/proc/{id}").ShouldBeFalse($"{point}");
        if (point is { Country: KilledNetwork.Sender, Occurrence: 1 })
            (await network.Number(KilledNetwork.Sender, Letters)).ShouldBeInRange(
                held + (point.What == WireEvent.CommitAsked ? 0 : 1),
                held + (point is { What: WireEvent.CommitAsked, Passed: false } ? 0 : 1), $"{point}");
        await network.StartAgain(point.Country);
        await released;
        await letters.Quiet();
        Say($"  {point}");
    }

    private static void Say(string sentence) =>
        TestContext.Current.TestOutputHelper?.WriteLine(sentence);
}
