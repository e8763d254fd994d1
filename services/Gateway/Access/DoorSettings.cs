using Referral.Gateway.Feeds;

namespace Referral.Gateway.Access;

/// <summary>Who may come through the door, how often, and who is told what moves.</summary>
public sealed record DoorSettings
{
    /// <summary>Calls a second that one account may make. 10 to 100000, default 1000.</summary>
    public int CallsPerSecond { get; init; } = 1000;

    /// <summary>Commands in one batch. 1 to 500, default 100.</summary>
    public int BatchItemsMax { get; init; } = 100;

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
        .. settings.Issuers.SelectMany(IssuerSettings.Mistakes),
        .. settings.Webhooks.SelectMany(WebhookSettings.Mistakes),
        .. settings.Issuers.Select(i => i.Issuer).Distinct().Count() == settings.Issuers.Count
            ? Array.Empty<string>() : ["Door.Issuers names one issuer twice."],
        .. settings.Webhooks.Select(w => w.Name).Distinct().Count() == settings.Webhooks.Count
            ? Array.Empty<string>() : ["Door.Webhooks names one subscriber twice."],
    ];
}
