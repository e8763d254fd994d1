namespace Referral.Network.Containers;

/// <summary>
/// The folder of a network of containers. A gateway sees its own data folder, its passfile and its
/// letterboxes; a database sees its two passwords; the broker sees its definitions; nobody sees sign-in and
/// administrators' keys.
/// </summary>
internal sealed class ContainerFolder(string root)
{
    /// <summary>Where a container finds what lies in the folder of its country.</summary>
    public const string InContainers = "/srv/referral";

    /// <summary>Where compose puts secrets.</summary>
    public const string Secrets = "/run/secrets";

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>What compose is told; written last, so a folder that has it is complete.</summary>
    public string Environment => Path.Combine(Root, "compose.env");

    /// <summary>Definitions, and the letterboxes of each country.</summary>
    public string Broker => Path.Combine(Root, "broker");

    public string Databases => Path.Combine(Root, "databases");

    /// <summary>Password of the database server's own superuser.</summary>
    public string DatabaseOwner(string code) => Of(Databases, code, "owner");

    /// <summary>Password of the gateway at its databases, in the form of a PostgreSQL passfile.</summary>
    public string DatabasePassfile(string code) => Of(Databases, code, "passfile");

    public string Settings(string code) => Path.Combine(Members.DataFolder(Root, code), "settings.json");

    public string SignInKeys(string code) => Path.Combine(Members.DataFolder(Root, code), SignInKeysName);

    public static string InContainer(string code) => $"{InContainers}/{code.ToLowerInvariant()}";

    public static string SignInKeysInContainer(string code) => $"{InContainer(code)}/{SignInKeysName}";

    private const string SignInKeysName = "sign-in.jwks";

    private static string Of(string folder, string code, string what) =>
        Path.Combine(folder, $"{code.ToLowerInvariant()}.{what}");
}
