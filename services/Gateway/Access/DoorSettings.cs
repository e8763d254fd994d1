using Referral.Gateway.Feeds;

namespace Referral.Gateway.Access;

/// <summary>Who may come through the door, how often, and who is told what moves.</summary>
public sealed record DoorSettings
{
    /// <summary>Calls a second that one account may make. 10 to 100000, default 1000.</summary>
    public int CallsPerSecond { get; init; } = 1000;

    /// <summary>Commands in one batch. 1 to 500, default 100.</summary>
    public int BatchItemsMax { get; init; } = 100;

    /// <summary>
    /// Seconds in which a call that is no stream is asked and answered, and the question of a stream comes. 5
    /// to 3600, default 300: longer than a client waits, long enough for 4 MB at 128 kbit/s.
    /// </summary>
    public int CallSeconds { get; init; } = 300;

    /// <summary>
    /// Seconds of silence on a gRPC connection after which the caller is asked whether she is still there. 1
    /// to 3600, default 60. One that does not answer within 20 seconds is gone.
    /// </summary>
    public int SilentSeconds { get; init; } = 60;

    /// <summary>Connections at the same time, both ports together. 100 to 1000000, default 10000.</summary>
    public int ConnectionsMax { get; init; } = 10_000;

    /// <summary>
    /// Megabytes of memory for questions that are being read or answered, all callers together. 42 to 4096,
    /// default 42: enough for one text of 10 MB. A tenth of it, beside it, is for small questions alone.
    /// Refuses: REF-2016 for what finds no room, REF-2015 for what would take more by itself.
    /// </summary>
    public int QuestionsMegabytesMax { get; init; } = 42;

    /// <summary>Sign-in providers whose tokens are taken. Default: none.</summary>
    public IReadOnlyList<IssuerSettings> Issuers { get; init; } = [];

    /// <summary>TLS and client certificates; null leaves TLS to whatever stands in front.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>Subscribers of status events. Default: none.</summary>
    public IReadOnlyList<WebhookSettings> Webhooks { get; init; } = [];

    internal static IEnumerable<string> Mistakes(DoorSettings settings) =>
    [
        .. GatewaySettings.InRange("Door.CallsPerSecond", settings.CallsPerSecond, 10, 100_000),
        .. GatewaySettings.InRange("Door.BatchItemsMax", settings.BatchItemsMax, 1, 500),
        .. GatewaySettings.InRange("Door.CallSeconds", settings.CallSeconds, 5, 3600),
        .. GatewaySettings.InRange("Door.SilentSeconds", settings.SilentSeconds, 1, 3600),
        .. GatewaySettings.InRange("Door.ConnectionsMax", settings.ConnectionsMax, 100, 1_000_000),
        .. GatewaySettings.InRange(
            "Door.QuestionsMegabytesMax", settings.QuestionsMegabytesMax, 42, 4096),
        .. settings.Issuers.SelectMany(IssuerSettings.Mistakes),
        .. settings.Webhooks.SelectMany(WebhookSettings.Mistakes),
        .. settings.Issuers.Select(i => i.Issuer).Distinct().Count() == settings.Issuers.Count
            ? Array.Empty<string>() : ["Door.Issuers names one issuer twice."],
        .. settings.Webhooks.Select(w => w.Name).Distinct().Count() == settings.Webhooks.Count
            ? Array.Empty<string>() : ["Door.Webhooks names one subscriber twice."],
    ];
}
