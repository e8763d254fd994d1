using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Referral.Gateway.Border.Watch;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Trace = Referral.Gateway.Trace;

namespace Referral.Tests.Gateway.Telemetry;

/// <summary>Metrics, readiness and traces of gateways that run. The person is invented.</summary>
[Collection(AcrossTheBorder.Name)]
public sealed partial class When_machines_watch_a_gateway(RunningGateways gateways)
{
    [Fact]
    public async Task the_metrics_count_what_crossed_and_name_no_case()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        await gateways.Host("TH").Services.GetServices<IHostedService>().OfType<BorderWatch>().Single()
            .Look();

        // What was read last may be kept for a moment.
        var home = "";
        await RunningGateways.Until(async () => (home = await Page("TH", "metrics"))
            .Contains("referral_letters_due{"), "the gauge of what is due");
        foreach (var line in new[]
            {
                "referral_letters_written_total{otel_scope_name=\"Referral.TH\",country=\"LA\"}",
                "referral_letters_settled_total{otel_scope_name=\"Referral.TH\",country=\"LA\",state=\"6\"}",
                "referral_pouches_total{otel_scope_name=\"Referral.TH\",country=\"LA\",way=\"out\"}",
                "referral_receipts_total{otel_scope_name=\"Referral.TH\",country=\"LA\",way=\"in\"}",
                "referral_journal_entries_total{", "referral_step_duration_seconds_bucket{",
            })
            home.ShouldContain(line);
        home.ShouldNotContain("Referral.LA\"", Case.Sensitive);
        foreach (var page in new[] { home, await Page("LA", "metrics") })
        {
            page.ShouldNotContain(one.Referral);
            page.ShouldNotContain(one.Number);
            LetterId().IsMatch(page).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task readiness_tells_database_keys_and_carrier()
    {
        (await Page("VN", "health/ready")).ShouldBe("ready\ndatabase: up\nkeys: current\ncarrier: up\n");
        (await Page("VN", "health/live")).ShouldBe("live");
    }

    [Fact]
    public async Task the_port_of_the_door_has_no_metrics()
    {
        using var client = new HttpClient
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var answer = await client.GetAsync(new Uri(gateways.Network.Of("TH").Door, "metrics"),
            TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_trace_follows_a_letter_into_the_other_gateway()
    {
        var spans = new ConcurrentBag<Activity>();
        using var ear = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Trace.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(ear);
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();

        var written = (await gateways.Rows("TH", db => db.LettersOut.AsNoTracking()
            .Where(l => l.Referral == one.Referral).Select(l => l.Traceparent).SingleAsync()))
            .ShouldNotBeNull();
        var trace = ActivityContext.Parse(written, null).TraceId;
        await RunningGateways.Until(
            () => Task.FromResult(spans.Any(s => s.TraceId == trace && s.OperationName == "Receive")),
            "a span at the other side");
        spans.Where(s => s.TraceId == trace && s.OperationName == "Receive")
            .ShouldAllBe(s => s.HasRemoteParent);
        // The mediator adds ids and type names of its own to whatever span is open; none is the case's.
        var values = spans.SelectMany(s => s.TagObjects).Select(t => $"{t.Value}").ToList();
        values.ShouldAllBe(v => !v.Contains(one.Referral) && !v.Contains(one.Number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-01")]
    [InlineData("an invented name where a trace context of that length!!")]
    public void what_is_no_trace_context_starts_a_trace_of_its_own(string? strange)
    {
        using var ear = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Trace.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(ear);
        using var span = Trace.From([strange]);
        span.ShouldNotBeNull().HasRemoteParent.ShouldBeFalse();
    }

    private async Task<string> Page(string country, string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(
            new Uri(gateways.Network.Of(country).Pages, path), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-")]
    private static partial Regex LetterId();
}
