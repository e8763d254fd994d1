namespace Referral.Network.Rabbit;

/// The rabbitmq-server of this machine: the path of its own start script, or null and the sentence that says
/// how to get one. Debian's wrapper in /usr/sbin is of no use: it changes to another user and its fixed
/// folders.
internal sealed record RabbitServer(string? Script, string Sentence)
{
    private const string Missing = "REF-3101 No RabbitMQ server is installed on this machine, so no private "
        + "broker can be started. Install one (Debian: apt-get install rabbitmq-server), or set "
        + "REFERRAL_RABBITMQ to the management address of a broker (http://user:password@host:15672) or to a "
        + "file of letterboxes.";

    public static RabbitServer Find()
    {
        var script = Candidates().FirstOrDefault(File.Exists);
        return script is null
            ? new RabbitServer(null, Missing)
            : new RabbitServer(script, $"RabbitMQ found: {script}");
    }

    private static IEnumerable<string> Candidates()
    {
        yield return "/usr/lib/rabbitmq/bin/rabbitmq-server";
        string[] homes = ["/usr/lib/rabbitmq/lib", "/usr/local/lib", "/opt"];
        foreach (var home in homes.Where(Directory.Exists))
        {
            foreach (var server in Directory.EnumerateDirectories(home, "rabbitmq*"))
                yield return Path.Combine(server, "sbin", "rabbitmq-server");
        }
    }
}
