using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Referral.Network.Rabbit;

/// The letterboxes of a network as RabbitMQ's own file of definitions, which a broker reads when it starts
/// (`load_definitions`). Passwords stand in it as salted hashes; users without one sign in by certificate.
/// Source of the form: RabbitMQ's documentation, "Schema definitions" and "Passwords".
internal static class DefinitionsFile
{
    private const string Hashing = "rabbit_password_hashing_sha256";
    private const int SaltBytes = 4;

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="administrator">Null makes no administrator: `rabbitmqctl` on the broker's own machine
    /// needs none.</param>
    public static string Write(LetterboxBook book, LetterboxUser? administrator = null)
    {
        var vhosts = RabbitTopology.Of(book);
        var users = vhosts.SelectMany(vhost => vhost.Users).Select(one => User(one.User, [])).ToList();
        var rights = vhosts.SelectMany(vhost => vhost.Users
            .Select(one => Right(vhost.Name, one.User.User, one.Rights))).ToList();
        if (administrator is not null)
        {
            users.Add(User(administrator, ["administrator"]));
            var every = new VhostRights(".*", ".*", ".*");
            rights.AddRange(vhosts.Select(vhost => Right(vhost.Name, administrator.User, every)));
        }
        return new JsonObject
        {
            ["vhosts"] = List(vhosts, vhost => new JsonObject { ["name"] = vhost.Name }),
            ["users"] = new JsonArray([.. users]),
            ["permissions"] = new JsonArray([.. rights]),
            ["policies"] = List(vhosts, Policy),
            ["exchanges"] = Each(vhosts, Exchange),
            ["queues"] = Each(vhosts, Queue),
            ["bindings"] = Each(vhosts, Binding),
        }.ToJsonString(Form) + "\n";
    }

    /// As RabbitMQ keeps a password: base64 of the salt, then SHA-256 over salt and password.
    public static string Hash(string password, ReadOnlySpan<byte> salt)
    {
        byte[] salted = [.. salt, .. Encoding.UTF8.GetBytes(password)];
        byte[] kept = [.. salt, .. SHA256.HashData(salted)];
        return Convert.ToBase64String(kept);
    }

    private static JsonNode User(LetterboxUser user, string[] tags) => new JsonObject
    {
        ["name"] = user.User,
        ["password_hash"] = user.Password is { } password
            ? Hash(password, RandomNumberGenerator.GetBytes(SaltBytes)) : "",
        ["hashing_algorithm"] = Hashing,
        ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]),
    };

    private static JsonNode Right(string vhost, string user, VhostRights rights) => new JsonObject
    {
        ["user"] = user, ["vhost"] = vhost,
        ["configure"] = rights.Configure, ["write"] = rights.Write, ["read"] = rights.Read,
    };

    private static JsonObject Policy(LetterboxVhost vhost) => new()
    {
        ["vhost"] = vhost.Name, ["name"] = RabbitTopology.Limit,
        ["pattern"] = RabbitTopology.LimitedQueues, ["apply-to"] = "queues",
        ["definition"] = Arguments(RabbitTopology.LimitOfQueues), ["priority"] = 0,
    };

    private static JsonObject Exchange(string vhost, LetterboxQueue queue) => new()
    {
        ["name"] = queue.Name, ["vhost"] = vhost, ["type"] = "fanout", ["durable"] = true,
        ["auto_delete"] = false, ["internal"] = false, ["arguments"] = new JsonObject(),
    };

    private static JsonObject Queue(string vhost, LetterboxQueue queue) => new()
    {
        ["name"] = queue.Name, ["vhost"] = vhost, ["durable"] = true, ["auto_delete"] = false,
        ["arguments"] = Arguments(queue.Arguments),
    };

    private static JsonObject Binding(string vhost, LetterboxQueue queue) => new()
    {
        ["source"] = queue.Name, ["vhost"] = vhost, ["destination"] = queue.Name,
        ["destination_type"] = "queue", ["routing_key"] = "", ["arguments"] = new JsonObject(),
    };

    private static JsonArray Each(
        IReadOnlyList<LetterboxVhost> vhosts, Func<string, LetterboxQueue, JsonObject> one) =>
        [.. vhosts.SelectMany(vhost => vhost.Queues.Select(queue => one(vhost.Name, queue)))];

    private static JsonArray List(
        IReadOnlyList<LetterboxVhost> vhosts, Func<LetterboxVhost, JsonObject> one) =>
        [.. vhosts.Select(one)];

    private static JsonNode? Arguments(IReadOnlyDictionary<string, object> arguments) =>
        JsonSerializer.SerializeToNode(arguments);
}
