using Referral.Gateway;
using Referral.Gateway.Access;
using Referral.Gateway.Storage;
using Referral.Language.Translation.Servers;

namespace Referral.Network;

/// <summary>How a network of four is started.</summary>
public sealed record NetworkSettings
{
    /// <summary>
    /// First of four gRPC ports that follow each other, 1024 to 65532; 0 takes free ones. Default 0.
    /// </summary>
    public int FirstGrpcPort { get; init; }

    /// <summary>
    /// First of four ports for pages and health, 1024 to 65532; 0 takes free ones. Default 0.
    /// </summary>
    public int FirstPagesPort { get; init; }

    /// <summary>As GatewaySettings.CheckpointSeconds. Default 1: this network is for practice.</summary>
    public int CheckpointSeconds { get; init; } = 1;

    /// <summary>As GatewaySettings.ResendSeconds. Default 2.</summary>
    public int ResendSeconds { get; init; } = 2;

    /// <summary>The private RabbitMQ takes TLS and client certificates only. Default: no.</summary>
    public bool Tls { get; init; }

    /// <summary>Gets a line for the person who waits. It may be called from any thread.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>
    /// PostgreSQL databases of a country; null for one keeps its stores as SQLite files. Default: all SQLite.
    /// </summary>
    public Func<string, PostgresDatabases?> Postgres { get; init; } = _ => null;

    /// <summary>
    /// Country whose gateway runs as two processes on one PostgreSQL and one letterbox; null for none. Such a
    /// second process shares folder and keys with the first. Only for gateways as processes. Default: none.
    /// </summary>
    public string? Twice { get; init; }

    /// <summary>Who may come through a country's door, beside practice tokens. Default: nobody.</summary>
    public Func<string, DoorSettings> Door { get; init; } = _ => new();

    /// <summary>
    /// Start a practice sign-in beside the gateways, whose tokens all four take. Default: no.
    /// </summary>
    public bool WithSignIn { get; init; }

    /// <summary>Its port on loopback, 1024 to 65535; 0 takes a free one. Default 0.</summary>
    public int SignInPort { get; init; }

    /// <summary>
    /// Translation server of a country. Default: none is asked.
    /// </summary>
    public Func<string, TranslationServerSettings> Translation { get; init; } = _ => new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal GatewaySettings For(string folder, int index, Uri? signIn = null) => new()
    {
        Postgres = Postgres(Members.All[index].Code),
        Door = DoorOf(Members.All[index].Code, signIn),
        DataFolder = folder,
        GrpcPort = FirstGrpcPort == 0 ? 0 : FirstGrpcPort + index,
        PagesPort = FirstPagesPort == 0 ? 0 : FirstPagesPort + index,
        PracticeTokens = true,
        CheckpointSeconds = CheckpointSeconds,
        ResendSeconds = ResendSeconds,
        Translation = Translation(Members.All[index].Code),
    };

    private DoorSettings DoorOf(string country, Uri? signIn)
    {
        var door = Door(country);
        return signIn is null ? door : door with
        {
            Issuers = [.. door.Issuers, new IssuerSettings { Issuer = signIn.ToString() }],
        };
    }
}
