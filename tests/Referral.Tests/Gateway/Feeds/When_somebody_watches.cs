using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using FeedsClient = Referral.Contracts.Desk.Feeds.FeedsClient;

namespace Referral.Tests.Gateway.Feeds;

/// <summary>Streams of what moves. All persons are invented.</summary>
public class When_somebody_watches(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    private static readonly Seat Tracker = new("invented.tk", "TH-HOME", "TK");
    private static readonly Seat OtherTracker = new("invented.tk", "TH-MFA-CONS", "TK");

    private Desk Desk => gateways.Desk("TH");

    private FeedsClient Feeds => new(Desk.Channel);

    [Fact]
    public async Task each_event_comes_once_in_order_across_breaks_and_a_restart()
    {
        var begin = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var one = await PlayedCase.Agreed(gateways);
        var all = await Take(Tracker, new() { From = begin }, await Told(one));

        // The same in three parts, with a restart between.
        var parts = new List<StatusEvent>();
        parts.AddRange(await Take(Tracker, new() { From = begin }, 2));
        parts.AddRange(await Take(Tracker, new() { ResumeToken = parts[^1].ResumeToken }, 1));
        await gateways.Restart();
        parts.AddRange(await Take(
            Tracker, new() { ResumeToken = parts[^1].ResumeToken }, all.Count - parts.Count));

        parts.Select(e => e.EventId).ShouldBe(all.Select(e => e.EventId));
        all.Select(e => e.EventId).ShouldBeUnique();
        all.Select(e => e.Subject).Distinct().ShouldHaveSingleItem().ShouldStartWith("p-");
        all.ShouldAllBe(e => e.Kind == "STAGE" && e.Side == "HOST" && e.Other == "LA");
    }

    [Fact]
    public async Task what_happens_while_one_watches_comes_at_once()
    {
        var one = await PlayedCase.Identified(gateways);
        using var stream = Feeds.WatchCases(new(), Desk.As(Desk.Officer));
        await stream.ResponseHeadersAsync;

        await one.Consent(RecordConsentRequest.Types.Decision.Given, "NOTIFY_ORIGIN", "SHARE_IDENTITY");

        (await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)).ShouldBeTrue();
        var came = stream.ResponseStream.Current;
        (came.CaseName, came.Status.Kind, came.Stage.Language).ShouldBe(
            ($"cases/{one.Number}", "STAGE", "th"));
    }

    [Fact]
    public async Task two_subscribers_know_one_case_under_two_names_and_each_always_under_the_same()
    {
        var begin = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        var one = await PlayedCase.Registered(gateways);
        await one.Happens(one.Home.CaseManager, "ScreeningDone");

        var (first, again, other) = (await Take(Tracker, new() { From = begin }, 1),
            await Take(Tracker with { Account = "invented.tk2" }, new() { From = begin }, 1),
            await Take(OtherTracker, new() { From = begin }, 1));

        again[0].Subject.ShouldBe(first[0].Subject);
        other[0].Subject.ShouldNotBe(first[0].Subject);
        other[0].EventId.ShouldNotBe(first[0].EventId);
        first[0].ToString().ShouldNotContain(one.Number);
    }

    [Fact]
    public async Task a_resume_token_of_another_or_a_forged_one_is_refused()
    {
        var begin = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        await PlayedCase.Registered(gateways);
        var token = (await Take(Tracker, new() { From = begin }, 1))[0].ResumeToken;

        foreach (var (seat, one) in new[]
            {
                (OtherTracker, token), (Tracker with { Account = "invented.other" }, token),
                (Tracker, token[..^4] + "AAAA"), (Tracker, "forged"),
            })
        {
            var no = await Desk.Refuses(() => Take(seat, new() { ResumeToken = one }, 1));
            (no.Code, no.Values["field"]).ShouldBe(("REF-2009", "resume_token"));
        }

        (await Desk.Refuses(async () =>
        {
            using var stream = Feeds.WatchCases(
                new() { ResumeToken = token }, Desk.As(new Seat(Tracker.Account, Tracker.Post, "DO")));
            await stream.ResponseStream.MoveNext(CancellationToken.None);
        })).Code.ShouldBe("REF-2009");
    }

    [Fact]
    public async Task what_a_checkpoint_covers_that_is_younger_than_it_is_told()
    {
        var begin = DateTimeOffset.UtcNow;
        await PlayedCase.Registered(gateways);

        // As where the sealer's step began and then waited for its turn, or its replica's clock is behind.
        var last = await gateways.Rows("TH", db => db.Journal.MaxAsync(e => e.Row));
        await RunningGateways.Until(
            () => gateways.Rows("TH", db => db.Checkpoints.AnyAsync(c => c.LastRow >= last)), "sealed");
        await gateways.Rows("TH", db => db.Checkpoints.Where(c => c.At >= begin)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.At, begin.AddSeconds(-2))));

        var told = await Take(Tracker, new() { From = Timestamp.FromDateTimeOffset(begin) }, 1);

        // Moments are kept to the millisecond.
        told[0].At.ToDateTimeOffset().ShouldBeGreaterThan(begin.AddMilliseconds(-1));
    }

    [Fact]
    public async Task what_happened_within_the_millisecond_that_was_asked_for_is_told()
    {
        var begin = DateTimeOffset.UtcNow;
        await PlayedCase.Registered(gateways);
        var first = (await Take(Tracker, new() { From = Timestamp.FromDateTimeOffset(begin) }, 1))[0];
        var within = Timestamp.FromDateTimeOffset(first.At.ToDateTimeOffset().AddTicks(9_000));

        (await Take(Tracker, new() { From = within }, 1))[0].EventId.ShouldBe(first.EventId);
    }

    [Theory]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MinValue, 0)]
    [InlineData(0, -1)]
    public async Task what_is_no_moment_is_refused(long seconds, int nanos)
    {
        var no = await Desk.Refuses(
            () => Take(Tracker, new() { From = new() { Seconds = seconds, Nanos = nanos } }, 1));
        (no.Code, no.Values["field"]).ShouldBe(("REF-2009", "from"));
    }

    [Fact]
    public async Task an_embassy_hears_of_no_case_that_it_may_not_open()
    {
        var begin = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        await PlayedCase.Registered(gateways, "TH", "LA");
        var own = await PlayedCase.Registered(gateways, "TH", "VN");
        using var stream = Feeds.WatchCases(
            new() { From = begin }, Desk.As(new Seat("invented.emb", "TH-EMB-VN", "DO")));

        (await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)).ShouldBeTrue();
        stream.ResponseStream.Current.CaseName.ShouldBe($"cases/{own.Number}");
    }

    [Fact]
    public void what_ministries_are_told_is_class_p1_and_holds_no_number_of_a_case()
    {
        var fields = StatusEvent.Descriptor.Fields.InDeclarationOrder();

        fields.ShouldAllBe(f => ClassOf(f) == "P0" || ClassOf(f) == "P1");
        fields.ShouldAllBe(f => f.FieldType == FieldType.String
            || f.MessageType.FullName == "google.protobuf.Timestamp");
        fields.Select(f => f.Name).ShouldBe(
            ["event_id", "subject", "kind", "stage", "at", "side", "other", "resume_token"]);
        Contracts.DeskContracts.Files.Single(f => f.Name == "Desk/feeds.proto").MessageTypes
            .SelectMany(m => m.Fields.InDeclarationOrder())
            .ShouldAllBe(f => ClassOf(f) == "P0" || ClassOf(f) == "P1");
    }

    private static string ClassOf(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(DoorExtensions.DataClass) ?? "";

    // What the journal holds of it that feeds tell.
    private async Task<int> Told(PlayedCase one) =>
        (await JournalTexts.Of(gateways, "TH", one.Number)).Count(e => e["kind"] == "event");

    private async Task<IReadOnlyList<StatusEvent>> Take(Seat seat, WatchStatusRequest request, int count)
    {
        using var stream = Feeds.WatchStatus(request, Desk.As(seat));
        var taken = new List<StatusEvent>();
        while (taken.Count < count
            && await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            taken.Add(stream.ResponseStream.Current);
        return taken;
    }
}
