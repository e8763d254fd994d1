namespace Referral.Journeys.Kills;

/// <summary>What passes between a gateway and its servers that something hangs on.</summary>
internal enum WireEvent
{
    /// <summary>The gateway asks the database to commit something that it wrote.</summary>
    CommitAsked,

    /// <summary>The database says that it is committed.</summary>
    CommitTold,

    /// <summary>A pouch on its way to the broker, whole.</summary>
    Published,

    /// <summary>The broker confirms a pouch.</summary>
    Confirmed,

    /// <summary>The broker gives the gateway a pouch, whole.</summary>
    Delivered,

    /// <summary>The gateway acknowledges a pouch that it was given.</summary>
    Acknowledged,
}

/// <summary>A whole message of the protocol, and what it is where something hangs on it.</summary>
internal readonly record struct WireMessage(byte[] Bytes, WireEvent? What);

/// <summary>A place in a letter's way at which a gateway is killed.</summary>
/// <param name="Country">Whose gateway.</param>
/// <param name="What">What it is about to send or to be told.</param>
/// <param name="Occurrence">The how many-th of its kind in the letter's way, from 1.</param>
/// <param name="Passed">Whether the bytes have passed when it is killed.</param>
internal sealed record KillPoint(string Country, WireEvent What, int Occurrence, bool Passed)
{
    public override string ToString() =>
        $"{Country} {What} {Occurrence}, {(Passed ? "after" : "before")} the bytes passed";
}

/// <summary>One connection's messages, as they go either way.</summary>
internal interface IWire
{
    IReadOnlyList<WireMessage> FromGateway(ReadOnlySpan<byte> bytes);

    IReadOnlyList<WireMessage> FromServer(ReadOnlySpan<byte> bytes);
}
