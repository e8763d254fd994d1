namespace Referral.Language.Translation.Servers;

/// Where a translation server stands and how patient to be with it. Nothing is sent anywhere by default.
public sealed record TranslationServerSettings
{
    /// Off until a ministry switches it on. Default: false.
    public bool Enabled { get; init; }

    /// Of a server in this country: loopback, a private address, or a host of AllowedHosts. http or https.
    public Uri Address { get; init; } = new("http://127.0.0.1:5000/");

    /// Hosts in this country that have no private address, by their exact names. Default: none.
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// Sent as api_key where the server wants one; from an owner-only file. Default: none.
    public string? ApiKey { get; init; }

    /// Seconds for one attempt. 1 to 120, default 20.
    public double TimeoutSeconds { get; init; } = 20;

    /// Attempts after the first. 0 to 5, default 2.
    public int Retries { get; init; } = 2;

    /// Milliseconds before the first retry; then growing, with jitter. 1 to 10000, default 500.
    public int RetryDelayMilliseconds { get; init; } = 500;

    /// Seconds the breaker stays open after failures. 1 to 3600, default 30.
    public double BreakSeconds { get; init; } = 30;

    /// Characters of one text. 1 to 20000, default 5000.
    public int LettersMax { get; init; } = 5000;

    /// Every mistake at once, with the value found and the range allowed.
    public IReadOnlyList<string> Mistakes() =>
    [
        .. Range(nameof(TimeoutSeconds), TimeoutSeconds, 1, 120), .. Range(nameof(Retries), Retries, 0, 5),
        .. Range(nameof(RetryDelayMilliseconds), RetryDelayMilliseconds, 1, 10_000),
        .. Range(nameof(BreakSeconds), BreakSeconds, 1, 3600),
            .. Range(nameof(LettersMax), LettersMax, 1, 20_000),
        .. InCountry.Admits(Address, AllowedHosts)
            ? Array.Empty<string>()
            : [$"Address {Address.Host} is neither loopback nor private nor allowed by name."],
    ];

    static string[] Range(string name, double found, double least, double most) =>
        found < least || found > most ? [$"{name} is {found}; allowed is {least} to {most}."] : [];
}
