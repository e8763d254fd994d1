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

    /// <summary>Where a gateway's container finds its certificates.</summary>
    public const string CertificatesInContainers = "/run/certificates";

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>What compose is told; written last, so a folder that has it is complete.</summary>
    public string Environment => Path.Combine(Root, "compose.env");

    /// <summary>Definitions, and the letterboxes of each country.</summary>
    public string Broker => Path.Combine(Root, "broker");

    public string Databases => Path.Combine(Root, "databases");

    public string Certificates => Path.Combine(Root, "certificates");

    /// <summary>
    /// The authority of the broker's certificates and all that it signed. No container sees it.
    /// </summary>
    public string Authority => Path.Combine(Certificates, "authority");

    /// <summary>What the broker shows; the broker alone sees it.</summary>
    public string BrokerCertificates => Path.Combine(Certificates, "broker");

    /// <summary>What the gateway of a country shows to the broker; that gateway alone sees it.</summary>
    public string GatewayCertificates(string code) => Path.Combine(Certificates, code.ToLowerInvariant());

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
