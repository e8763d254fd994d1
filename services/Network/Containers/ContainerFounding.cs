using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Referral.Gateway;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;
using Referral.Network.Processes;
using Referral.Network.Rabbit;

namespace Referral.Network.Containers;

/// <summary>What may be chosen when a network of containers is founded.</summary>
public sealed record ContainerWishes
{
    /// <summary>First of four gRPC ports on 127.0.0.1, 1024 to 65532. Default 5101.</summary>
    public int FirstGrpcPort { get; init; } = ContainerFounding.FirstGrpcPort;

    /// <summary>
    /// First of four ports for health and metrics on 127.0.0.1, 1024 to 65532. Default 5201.
    /// </summary>
    public int FirstPagesPort { get; init; } = ContainerFounding.FirstPagesPort;

    /// <summary>Who the containers run as. Default: the founder; 10001:10001 for root.</summary>
    public ContainerUser User { get; init; } = ContainerUser.OfFounder();

    /// <summary>Gets a line for the person who waits.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}

/// <summary>
/// Makes everything that `docker-compose.yml` mounts. Every password is random; every file is its owner's
/// alone. What is there already is kept, so a founding that was cut off goes on; a folder that was founded
/// whole is refused.
/// </summary>
public static class ContainerFounding
{
    internal const int FirstGrpcPort = 5101;
    internal const int FirstPagesPort = 5201;

    private const string DatabaseRole = "gateway";

    /// <exception cref="NetworkFault">The folder was founded before, or is in use.</exception>
    public static void Found(string folder, ContainerWishes wishes)
    {
        var place = new ContainerFolder(folder);
        OwnerOnlyFile.Folder(place.Root);
        using (FolderClaim.Take(place.Root))
        {
            if (File.Exists(place.Environment))
                throw new NetworkFault(
                    $"{place.Root} was founded before; nothing was changed. Name another folder.");
            Founding.Found(place.Root, Members.All, TimeProvider.System);
            wishes.Tell("keys and trust list: made, signed by two practice administrators");
            ContainerCertificates.Make(place, wishes.User);
            LetterboxFiles.Write(
                place.Broker, ContainerCertificates.Broker, ContainerFolder.CertificatesInContainers);
            wishes.Tell("broker: users, rights and letterboxes, a certificate for each user");
            OwnerOnlyFile.Folder(place.Databases);
            for (var index = 0; index < Members.Codes.Count; index++)
                Country(place, Members.Codes[index], index, wishes);
            OwnerOnlyFile.Write(place.Environment,
                Encoding.UTF8.GetBytes(ContainerNetwork.Text(place, wishes)));
        }
    }

    private static void Country(ContainerFolder place, string code, int index, ContainerWishes wishes)
    {
        Once(place.DatabaseOwner(code), Password);
        // Read by the gateway, and once by deploy/postgres/databases.sql: its fifth part is the password.
        Once(place.DatabasePassfile(code), () => $"*:*:*:{DatabaseRole}:{Password()}\n");
        var key = SignInKey.FileFor(Members.DataFolder(place.Root, code), code);
        OwnerOnlyFile.Folder(Path.GetDirectoryName(key)!);
        SignInKey.Make(key, place.SignInKeys(code));
        OwnerOnlyFile.Write(place.Settings(code),
            JsonSerializer.SerializeToUtf8Bytes(Settings(code, index), SettingsJson.Options));
        foreach (var seen in new[] { Members.DataFolder(place.Root, code), place.Broker, place.Databases })
            wishes.User.Own(seen);
        wishes.Tell($"{code}: settings, sign-in key, passwords of its database");
    }

    private static GatewaySettings Settings(string code, int index) => new()
    {
        DataFolder = ContainerFolder.InContainer(code),
        // Inside its container; compose publishes on 127.0.0.1 alone. No practice token is taken there.
        Address = "0.0.0.0",
        GrpcPort = FirstGrpcPort + index,
        PagesPort = FirstPagesPort + index,
        ResendSeconds = 5,
        SignIn = new SignInSettings
        {
            Issuer = SignInKey.Issuer, KeysFile = ContainerFolder.SignInKeysInContainer(code),
        },
        Postgres = new PostgresDatabases(Database(code, "referral"), Database(code, "referral_keys")),
        RabbitFile = $"{ContainerFolder.Secrets}/letterboxes",
    };

    private static string Database(string code, string name) =>
        $"Host=database-{code.ToLowerInvariant()};Username={DatabaseRole};Database={name};"
        + $"Passfile={ContainerFolder.Secrets}/passfile;GSS Encryption Mode=Disable";

    private static void Once(string file, Func<string> text)
    {
        if (!File.Exists(file)) OwnerOnlyFile.Write(file, Encoding.ASCII.GetBytes(text()));
    }

    private static string Password() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
