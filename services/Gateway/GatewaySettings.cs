using Referral.Gateway.Access;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Border.Watch;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;
using Referral.Language.Translation.Servers;

namespace Referral.Gateway;

/// <summary>
/// Where a gateway lives and how it listens. Everything else has its own record beside the feature.
/// </summary>
public sealed record GatewaySettings
{
    /// <summary>
    /// Folder of this gateway alone: databases, keys, trust list. Made when absent, owner-only.
    /// </summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// Port of the gRPC door, HTTP/2. 0 takes a free one. Default by country: 5101 to 5104.
    /// </summary>
    public int GrpcPort { get; init; }

    /// <summary>
    /// Port of pages, health and metrics, HTTP/1.1. 0 takes a free one. Default: 5201 to 5204.
    /// </summary>
    public int PagesPort { get; init; }

    /// <summary>Address listened on. Practice tokens are refused on any but loopback.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Accept practice tokens signed with the key in the data folder. Default: no.</summary>
    public bool PracticeTokens { get; init; }

    /// <summary>Whose tokens are taken, on any address; null for practice tokens or none.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <summary>Seconds between two signed checkpoints. 1 to 3600, default 60.</summary>
    public int CheckpointSeconds { get; init; } = 60;

    /// <summary>
    /// Seconds before an unanswered letter is sent again the first time; then growing. 1 to 3600, default 30.
    /// </summary>
    public int ResendSeconds { get; init; } = 30;

    /// <summary>
    /// Longest pause, in seconds, before a pouch that no carrier took, or that a fault of the machine
    /// stopped, is tried again; the first pause is a second, the next ones grow. 1 to 300, default 30.
    /// </summary>
    public int FaultPauseSecondsMax { get; init; } = 30;

    /// <summary>
    /// Name of this replica among those that share the databases. Default: the machine's name and the door's
    /// port, so that a gateway that starts again has the name it had.
    /// </summary>
    public string? Replica { get; init; }

    /// <summary><see cref="Replica"/>, or its default.</summary>
    internal string ReplicaName => Replica ?? $"{Environment.MachineName}:{GrpcPort}";

    /// <summary>
    /// Seconds that the other replicas leave a line to one that has a pouch under way on it. 5 to 300,
    /// default 20; a replica that died holds up a line this long.
    /// </summary>
    public int LeaseSeconds { get; init; } = 20;

    /// <summary>Days after writing until a letter expires. 1 to 365, default 90.</summary>
    public int LetterValidDays { get; init; } = 90;

    /// <summary>Letters in one pouch that goes out. 1 to 256, default 256: as many as are due.</summary>
    public int PouchLetters { get; init; } = 256;

    /// <summary>
    /// Keys of cases held unwrapped in memory, those used lately. 1024 to 1000000, default 16384 (some 2 MB).
    /// </summary>
    public int CaseKeysHeld { get; init; } = CaseFile.Vault.KeysHeld;

    /// <summary>Who may come through the door.</summary>
    public DoorSettings Door { get; init; } = new();

    /// <summary>When the desk is told of a letter that nobody answers.</summary>
    public WatchSettings Watch { get; init; } = new();

    /// <summary>A translation server in this country, for drafts by machine. Off by default.</summary>
    public TranslationServerSettings Translation { get; init; } = new();

    /// <summary>PostgreSQL databases; null keeps both stores as SQLite files in the data folder.</summary>
    public PostgresDatabases? Postgres { get; init; }

    /// <summary>
    /// RabbitMQ addresses; null in the embedded network, whose carrier is given to the host.
    /// </summary>
    public RabbitMqAddresses? Rabbit { get; init; }

    /// <summary>
    /// Owner-only file that <see cref="Rabbit"/> is read from, as JSON: its passwords then stand apart from
    /// the settings. Null where they stand in them.
    /// </summary>
    public string? RabbitFile { get; init; }

    /// <summary>Reports every mistake at once, with the value found and the range allowed.</summary>
    public static void Check(GatewaySettings settings)
    {
        string[] mistakes =
        [
            .. InRange(nameof(GrpcPort), settings.GrpcPort, 0, 65_535),
            .. InRange(nameof(PagesPort), settings.PagesPort, 0, 65_535),
            .. InRange(nameof(CheckpointSeconds), settings.CheckpointSeconds, 1, 3600),
            .. InRange(nameof(ResendSeconds), settings.ResendSeconds, 1, 3600),
            .. InRange(nameof(FaultPauseSecondsMax), settings.FaultPauseSecondsMax, 1, 300),
            .. InRange(nameof(LeaseSeconds), settings.LeaseSeconds, 5, 300),
            .. InRange(nameof(LetterValidDays), settings.LetterValidDays, 1, 365),
            .. InRange(nameof(PouchLetters), settings.PouchLetters, 1, 256),
            .. InRange(nameof(CaseKeysHeld), settings.CaseKeysHeld, 1024, 1_000_000),
            .. DoorSettings.Mistakes(settings.Door),
            .. WatchSettings.Mistakes(settings.Watch),
            .. LetterboxTls.Mistakes(settings.Rabbit),
            .. SignInSettings.Mistakes(settings),
            .. settings.Translation.Enabled ? settings.Translation.Mistakes() : [],
            .. settings is { Rabbit: not null, RabbitFile: not null }
                ? [$"{nameof(Rabbit)} and {nameof(RabbitFile)} are both there; only one may be."]
                : Array.Empty<string>(),
            .. System.Net.IPAddress.TryParse(settings.Address, out _)
                ? Array.Empty<string>()
                : [$"{nameof(Address)} is {settings.Address}; an IP address is wanted."],
        ];
        if (mistakes.Length > 0)
        {
            throw new InvalidDataException(string.Join(' ', mistakes));
        }
    }

    internal static string[] InRange(string name, int found, int least, int most) =>
        found < least || found > most ? [$"{name} is {found}; allowed is {least} to {most}."] : [];
}
