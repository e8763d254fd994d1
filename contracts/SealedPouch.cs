namespace Referral.Contracts;

/// The one message that crosses a border. Token is a compact JWE; nothing else says anything.
public sealed record SealedPouch
{
    public required string PouchId { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Token { get; init; }
}
