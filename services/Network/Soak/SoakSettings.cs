namespace Referral.Network.Soak;

/// <summary>What a soak is asked for. Times are in seconds; 0 leaves that trouble out.</summary>
public sealed record SoakSettings
{
    /// <summary>Letters to be written at least. 1 or more.</summary>
    public required int Letters { get; init; }

    /// <summary>Letters a second over all gateways, as far as the machine can. Above 0.</summary>
    public required double Rate { get; init; }

    /// <summary>Folder of the network, founded when it is new.</summary>
    public required string Folder { get; init; }

    /// <summary>Four processes on RabbitMQ; false for all in this process, without troubles.</summary>
    public bool OnRabbitMq { get; init; } = true;

    /// <summary>A private PostgreSQL holds the databases; false for SQLite files.</summary>
    public bool OnPostgres { get; init; }

    /// <summary>
    /// Country whose gateway runs as two processes on one PostgreSQL and one letterbox; null for none.
    /// </summary>
    public string? Twice { get; init; }

    /// <summary>Kills of each gateway at least.</summary>
    public int Kills { get; init; }

    /// <summary>Mean time between two kills of any gateway.</summary>
    public double KillEvery { get; init; }

    /// <summary>Mean time between two stops of the broker: killed, stopped in order, killed ...</summary>
    public double StopBrokerEvery { get; init; }

    /// <summary>Mean time between two losses of everything the broker holds.</summary>
    public double WipeBrokerEvery { get; init; }

    /// <summary>Mean time between two restarts of the database server, at once and in order.</summary>
    public double RestartDatabaseEvery { get; init; }

    /// <summary>Every choice is drawn from it. How threads and machines are timed is not.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Longest wait at the end until every letter is settled.</summary>
    public TimeSpan SettleLimit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Checks the journals in the folder; what does not hold, one sentence each. It runs when the gateways
    /// have ended and the databases can still be read.
    /// </summary>
    public required Func<string, IReadOnlyList<string>> Journals { get; init; }

    /// <summary>Gets a line for the person who waits. It may be called from any thread.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
