namespace Referral.Network.Rabbit;

/// What a private node is asked beyond an empty broker that takes passwords on a plain port.
internal sealed record NodeWishes
{
    public static NodeWishes None { get; } = new();

    /// Letterboxes that the broker makes itself, from its file of definitions, whenever it starts. Null: it
    /// starts empty.
    public LetterboxBook? Predeclared { get; init; }

    /// TLS on the one port, sign in by certificate alone; the files lie in the node's folder `certificates`,
    /// made when absent. Default: no.
    public bool Tls { get; init; }

    /// With TLS: whose letterboxes get certificates.
    public IReadOnlyList<string> Countries { get; init; } = Members.Codes;
}
