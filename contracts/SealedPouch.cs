namespace Referral.Contracts;

/// <summary>
/// The one message that crosses a border. The token is a compact JWE for the receiver alone;
/// nothing beside it says what it holds, about whom, or how much.
/// </summary>
public sealed record SealedPouch
{
    /// <summary>UUIDv7 of this sending; a pouch sent again has a new one.</summary>
    public required string PouchId { get; init; }

    /// <summary>
    /// ISO 3166 code of the sender. Must equal the one inside and the one the carrier verified.
    /// </summary>
    public required string From { get; init; }

    /// <summary>ISO 3166 code of the receiver. Must equal the one inside.</summary>
    public required string To { get; init; }

    /// <summary>Compact JWE, ECDH-ES with A256GCM (RFC 7516, RFC 7518).</summary>
    public required string Token { get; init; }
}
