namespace Referral.Gateway.Access;

/// <summary>An OpenID Connect provider whose tokens the door takes, such as a ministry's own.</summary>
public sealed record IssuerSettings
{
    /// <summary>
    /// As it stands in "iss"; its keys are found from here, and found again when they change.
    /// </summary>
    public required string Issuer { get; init; }

    /// <summary>What must stand in "aud". Default: the country's code.</summary>
    public string? Audience { get; init; }

    /// <summary>Seconds that two clocks may differ. 0 to 300, default 60.</summary>
    public int ClockSkewSeconds { get; init; } = 60;

    /// <summary>
    /// Seconds after which its keys are looked up again when a token names a key that is not known. 1 to
    /// 3600, default 60.
    /// </summary>
    public int KeysAgainSeconds { get; init; } = 60;

    /// <summary>Name of the claim that holds the post's id. Default "post".</summary>
    public string PostClaim { get; init; } = "post";

    /// <summary>Name of the claim that holds role codes, once each or as a list. Default "role".</summary>
    public string RoleClaim { get; init; } = "role";

    internal static IEnumerable<string> Mistakes(IssuerSettings one) =>
    [
        .. Uri.TryCreate(one.Issuer, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback) ? Array.Empty<string>()
            : [$"Door.Issuers.Issuer is {one.Issuer}; an https address is wanted."],
        .. GatewaySettings.InRange("Door.Issuers.ClockSkewSeconds", one.ClockSkewSeconds, 0, 300),
        .. GatewaySettings.InRange("Door.Issuers.KeysAgainSeconds", one.KeysAgainSeconds, 1, 3600),
    ];
}

/// <summary>TLS at the door, and the systems that come with a certificate.</summary>
public sealed record TlsSettings
{
    /// <summary>The gateway's own certificate with its key, PKCS#12.</summary>
    public required string CertificateFile { get; init; }

    /// <summary>Owner-only file with its password; null = it has none.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Certificates that issue those of the systems, PEM.</summary>
    public required string AuthoritiesFile { get; init; }

    /// <summary>Systems that are let in; one that is not here is not.</summary>
    public IReadOnlyList<SystemSeat> Systems { get; init; } = [];
}

/// <summary>A system as a caller: what its certificate stands for.</summary>
/// <param name="Sha256">Thumbprint of its certificate, hex.</param>
/// <param name="Account">Name of the account.</param>
/// <param name="Post">Id of its post.</param>
/// <param name="Roles">Its role codes.</param>
public sealed record SystemSeat(string Sha256, string Account, string Post, IReadOnlyList<string> Roles);
