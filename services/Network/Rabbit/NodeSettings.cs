using Referral.Network.Certificates;

namespace Referral.Network.Rabbit;

/// What a private node is told: its settings file and its environment. It listens on 127.0.0.1 alone.
internal static class NodeSettings
{
    public const string Administrator = "administrator";

    public const string Certificates = "certificates";

    private static readonly TimeSpan CertificatesLife = TimeSpan.FromDays(365);

    /// Tenths of a second the guard leaves the broker for its own way of ending; then it is killed. Queues
    /// are closed in the first tenth, the management plugin takes five seconds more, and the data survive
    /// either way.
    private const int PatienceTenths = 10;

    /// The guard stands between us and the broker. It reads from a pipe whose other end is ours: when this
    /// process ends, even by kill -9, the pipe closes and the guard ends broker and name server.
    public const string Guard = """
        trap '' INT HUP
        cd "$HOME" || exit 1
        PATH="$PATH:/usr/lib/erlang/bin" epmd -port "$ERL_EPMD_PORT" </dev/null >>log/names.log 2>&1 &
        names=$!
        echo "$names" >names.pid
        "$1" </dev/null >log/start.log 2>&1 &
        broker=$!
        echo "$broker" >broker.pid
        cat >/dev/null
        kill -TERM "$broker" 2>/dev/null
        waited=0
        while kill -0 "$broker" 2>/dev/null && [ "$waited" -lt "$PATIENCE_TENTHS" ]; do
          sleep 0.1; waited=$((waited + 1))
        done
        kill -KILL "$broker" "$names" 2>/dev/null
        wait
        """;

    public static void Write(NodeFolder folder, NodePorts ports, NodeWishes wishes)
    {
        var more = "";
        if (wishes.Predeclared is { } book)
        {
            // With definitions the broker makes no user of its own accord.
            var administrator = new LetterboxUser("", Administrator, folder.AdministratorPassword());
            folder.Write(LetterboxFiles.Definitions, DefinitionsFile.Write(book, administrator));
            more = DeployedSettings.Read(DeployedSettings.Letterboxes, folder.Root);
        }
        folder.Write("enabled_plugins", "[rabbitmq_management,rabbitmq_auth_mechanism_ssl].\n");
        more += wishes.Tls ? Secured(folder, ports, wishes.Countries)
            : $"listeners.tcp.1 = 127.0.0.1:{ports.Amqp}\n";
        folder.Write("rabbitmq.conf", $"""
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {ports.Management}
            management_agent.disable_metrics_collector = true
            default_user = {Administrator}
            default_pass = {folder.AdministratorPassword()}
            log.file.level = warning

            """ + more);
    }

    private static string Secured(
        NodeFolder folder, NodePorts ports, IReadOnlyList<string> countries)
    {
        CertificateFiles.Make(
            folder.In(Certificates), ["localhost", "127.0.0.1"], CertificatesLife, countries);
        return DeployedSettings.Read(DeployedSettings.Certificates, folder.Root).Replace(
            "listeners.ssl.default = 5671", $"listeners.ssl.1 = 127.0.0.1:{ports.Amqp}",
            StringComparison.Ordinal);
    }

    public static Dictionary<string, string> Environment(NodeFolder folder, NodePorts ports) => new()
    {
        ["HOME"] = folder.Root,
        ["PATIENCE_TENTHS"] = $"{PatienceTenths}",
        ["ERL_EPMD_PORT"] = $"{ports.Names}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = "referral@localhost",
        ["RABBITMQ_DIST_PORT"] = $"{ports.Nodes}",
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = folder.In("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = folder.In("advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = folder.In("enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = folder.In("data"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = folder.In("data"),
        ["RABBITMQ_LOG_BASE"] = folder.In("log"),
        // Makes the start script become the broker, so that the process id is the broker's own.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        // +Bi: Ctrl+C at a terminal is for the program that started the node. Two schedulers: two cores serve
        // everything here.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-start_epmd false +Bi +S 2:2 "
            + "-kernel inet_dist_use_interface {127,0,0,1}",
    };
}
