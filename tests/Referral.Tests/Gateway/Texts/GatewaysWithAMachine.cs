using Referral.Network;
using Referral.Tests.Gateway.Running;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Referral.Tests.Gateway.Texts;

/// <summary>Four gateways, of which Thailand's has a played translation server.</summary>
public sealed class GatewaysWithAMachine : RunningGateways
{
    private readonly WireMockServer _played = WireMockServer.Start();

    protected override NetworkSettings Settings => base.Settings with
    {
        Translation = country => new()
        {
            Enabled = country == "TH", Address = new Uri(_played.Url!), TimeoutSeconds = 8, Retries = 0,
        },
    };

    /// <summary>What it answers from now on.</summary>
    internal void Answers(string body, int status = 200, TimeSpan? after = null)
    {
        _played.Reset();
        _played.Given(Request.Create().WithPath("/languages").UsingGet()).RespondWith(Response.Create()
            .WithBodyAsJson(new[] { new { code = "lo" }, new { code = "th" } }));
        var answer = Response.Create().WithStatusCode(status).WithBody(body);
        _played.Given(Request.Create().WithPath("/translate").UsingPost())
            .RespondWith(after is { } late ? answer.WithDelay(late) : answer);
    }

    /// <summary>What was sent to it since.</summary>
    internal IReadOnlyList<string> Sent =>
        [.. _played.LogEntries.Select(entry => entry.RequestMessage!.Body ?? "")];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _played.Dispose();
    }
}
