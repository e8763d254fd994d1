namespace Referral.Gateway.Border.Watch;

/// <summary>When the desk is told of a letter that no receipt has settled, counted from writing.</summary>
public sealed record WatchSettings
{
    /// <summary>Minutes until the first alert. 1 to 10080 (a week), default 60.</summary>
    public int AlertMinutes { get; init; } = 60;

    /// <summary>
    /// Minutes until the second. More than AlertMinutes, up to 43200 (30 days), default 1440.
    /// </summary>
    public int EscalateMinutes { get; init; } = 1440;

    internal static string[] Mistakes(WatchSettings? settings) => settings is null
        ? ["Watch is missing."]
        :
        [
            .. GatewaySettings.InRange("Watch.AlertMinutes", settings.AlertMinutes, 1, 10_080),
            .. GatewaySettings.InRange(
                "Watch.EscalateMinutes", settings.EscalateMinutes, settings.AlertMinutes + 1, 43_200),
        ];
}
