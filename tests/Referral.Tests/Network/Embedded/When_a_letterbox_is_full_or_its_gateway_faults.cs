using Referral.Contracts;
using Referral.Gateway.Border.Carriers;
using Referral.Network.Embedded;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Embedded;

public class When_a_letterbox_is_full_or_its_gateway_faults
{
    private readonly Dictionary<string, EmbeddedLetterbox> _letterboxes = new[] { "AA", "BB" }
        .ToDictionary(country => country, country => new EmbeddedLetterbox(country, _ => { }));

    [Fact]
    public async Task the_sender_is_the_one_the_carrier_was_made_for_whatever_the_pouch_says()
    {
        var arrivals = new Arrivals(wanted: 1);
        using var stop = new CancellationTokenSource();
        var running = _letterboxes["AA"].Run(arrivals, stop.Token);

        await new EmbeddedCarrier("BB", _letterboxes).Send(Pouch("AA") with { From = "CC" }, stop.Token);

        (await arrivals.All).ShouldHaveSingleItem().Sender.ShouldBe("BB");
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task a_pouch_whose_gateway_faults_is_handed_over_again_and_others_do_not_wait()
    {
        var faulty = new Arrivals(wanted: 2, faultsFirst: 1);
        var sound = new Arrivals(wanted: 2);
        using var stop = new CancellationTokenSource();
        var running = Task.WhenAll(
            _letterboxes["AA"].Run(faulty, stop.Token), _letterboxes["BB"].Run(sound, stop.Token));
        var carrier = new EmbeddedCarrier("CC", _letterboxes);

        foreach (var to in new[] { "AA", "BB", "AA", "BB" }) await carrier.Send(Pouch(to), stop.Token);

        (await sound.All).Count.ShouldBe(2);
        (await faulty.All).Select(one => one.Pouch.PouchId).Distinct().Count().ShouldBe(2);
        faulty.Faults.ShouldBe(1);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task a_full_letterbox_takes_nothing_and_says_so()
    {
        var carrier = new EmbeddedCarrier("BB", _letterboxes);
        for (var i = 0; i < EmbeddedLetterbox.PouchesMax; i++)
            await carrier.Send(Pouch("AA"), TestContext.Current.CancellationToken);

        await Should.ThrowAsync<CarrierFault>(() =>
            carrier.Send(Pouch("AA"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_country_without_a_letterbox_gets_nothing() =>
        await Should.ThrowAsync<CarrierFault>(() =>
            new EmbeddedCarrier("BB", _letterboxes).Send(Pouch("ZZ"), TestContext.Current.CancellationToken));

    private static SealedPouch Pouch(string to) =>
        new() { PouchId = Guid.CreateVersion7().ToString(), From = "BB", To = to, Token = "token" };

    private sealed class Arrivals(int wanted, int faultsFirst = 0) : IArrivals
    {
        private readonly TaskCompletionSource<IReadOnlyList<(SealedPouch, string?)>> _all = new();
        private readonly List<(SealedPouch, string?)> _got = [];

        public int Faults { get; private set; }

        public Task<IReadOnlyList<(SealedPouch Pouch, string? Sender)>> All => _all.Task!;

        public Task Receive(SealedPouch pouch, string? sender, CancellationToken cancellation)
        {
            if (Faults < faultsFirst)
            {
                Faults++;
                throw new InvalidOperationException("a fault of the machine");
            }
            _got.Add((pouch, sender));
            if (_got.Count == wanted) _all.SetResult(_got);
            return Task.CompletedTask;
        }
    }
}
