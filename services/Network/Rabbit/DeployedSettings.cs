namespace Referral.Network.Rabbit;

/// The broker's settings of `deploy/rabbitmq`, which stand inside this program too: a private node runs on
/// the very lines that are deployed, on other ports and in its own folder.
internal static class DeployedSettings
{
    public const string Letterboxes = "10-letterboxes.conf";

    public const string Certificates = "20-certificates.conf";

    private const string Home = "/etc/rabbitmq/";

    /// The lines of one file, for a broker whose files lie in this folder.
    public static string Read(string name, string folder)
    {
        using var stream = typeof(DeployedSettings).Assembly.GetManifestResourceStream($"rabbitmq/{name}")
            ?? throw new InvalidOperationException($"{name} is not in this program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace(Home, $"{folder}/", StringComparison.Ordinal);
    }
}
