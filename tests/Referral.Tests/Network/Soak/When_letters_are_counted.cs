using Referral.Network.Soak;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Soak;

/// <summary>The account of a soak is worth what it notices: each fault is put in, and must be told.</summary>
public sealed class When_letters_are_counted
{
    private readonly TwoGateways _well = TwoGateways.After(3);

    [Fact]
    public void all_is_exact_where_all_went_well() =>
        Told(_well).ShouldBe((Written: 3, Effects: 3, Doubles: 0, Losses: 0, OutOfOrder: 0, Receipts: 3));

    [Fact]
    public void a_letter_without_an_effect_is_lost()
    {
        var receiver = _well.Receiver with { Effects = [.. _well.Receiver.Effects.Take(2)] };
        Told(_well with { Receiver = receiver }).ShouldBe((3, 2, 0, 1, 0, 3));
    }

    [Fact]
    public void a_letter_that_never_arrived_is_lost_and_has_no_receipt()
    {
        var receiver = _well.Receiver with { Arrived = [.. _well.Receiver.Arrived.Skip(1)] };
        Told(_well with { Receiver = receiver }).ShouldBe((3, 3, 0, 1, 0, 2));
    }

    [Fact]
    public void a_letter_that_its_sender_takes_for_open_is_lost()
    {
        var sent = _well.Sender.Sent;
        var sender = _well.Sender with { Sent = [sent[0] with { Settled = false }, .. sent.Skip(1)] };
        Told(_well with { Sender = sender }).Losses.ShouldBe(1);
    }

    [Fact]
    public void a_letter_that_arrived_with_other_bytes_is_lost()
    {
        var arrived = _well.Receiver.Arrived;
        var receiver = _well.Receiver with
        {
            Arrived = [arrived[0] with { Sha256 = arrived[1].Sha256 }, .. arrived.Skip(1)],
        };
        Told(_well with { Receiver = receiver }).Losses.ShouldBe(1);
    }

    [Fact]
    public void a_second_effect_of_a_letter_is_a_double()
    {
        var effects = _well.Receiver.Effects;
        var receiver = _well.Receiver with { Effects = [.. effects, effects[2]] };
        Told(_well with { Receiver = receiver }).ShouldBe((3, 4, 1, 0, 1, 3));
    }

    [Fact]
    public void a_letter_delivered_twice_under_two_hashes_is_a_double()
    {
        var arrived = _well.Receiver.Arrived;
        var receiver = _well.Receiver with { Arrived = [.. arrived, arrived[0] with { Sha256 = "other" }] };
        Told(_well with { Receiver = receiver }).Doubles.ShouldBe(1);
    }

    [Fact]
    public void effects_that_changed_places_are_out_of_order()
    {
        var effects = _well.Receiver.Effects;
        var receiver = _well.Receiver with { Effects = [effects[1], effects[0], effects[2]] };
        Told(_well with { Receiver = receiver }).OutOfOrder.ShouldBe(2);
    }

    [Fact]
    public void a_receipt_that_the_two_sides_hold_differently_does_not_count()
    {
        var receipts = _well.Sender.Receipts;
        var sender = _well.Sender with
        {
            Receipts = [receipts[0] with { Jws = receipts[1].Jws }, .. receipts.Skip(1)],
        };
        Told(_well with { Sender = sender }).Receipts.ShouldBe(2);
    }

    [Fact]
    public void a_checkpoint_that_is_not_the_neighbours_own_differs()
    {
        _well.Count.WitnessesDiffer.ShouldBe(0);
        var receiver = _well.Receiver with { Witnessed = [("XA", 1, "another"), ("XA", 2, "first")] };
        (_well with { Receiver = receiver }).Count.WitnessesDiffer.ShouldBe(2);
    }

    private static (int Written, int Effects, int Doubles, int Losses, int OutOfOrder, int Receipts) Told(
        TwoGateways gateways)
    {
        var count = gateways.Count;
        return (count.Written, count.Effects, count.Doubles, count.Losses(), count.OutOfOrder(),
            count.Receipts());
    }
}
