using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Referral.Contracts;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Border;

/// <summary>
/// What the broker gave up delivering to us: kept as it came in a file of the gateway's own folder, entered
/// in the border chain by its hashes, answered "unreadable" to the sender that the broker verified, logged as
/// an error and counted. Nothing of it is opened. Its letters stay due at their sender.
/// </summary>
internal sealed class UndeliverablePouches(
    Steps steps, GatewayIdentity identity, ILogger<UndeliverablePouches> log)
{
    /// <summary>Folder within the gateway's own.</summary>
    public const string Folder = "undeliverable";

    /// <summary>
    /// Messages kept. Beyond it they are journalled and answered, and not kept: a neighbour must not fill our
    /// disk.
    /// </summary>
    public const int KeptMax = 200;

    private string Home => Path.Combine(identity.Settings.DataFolder, Folder);

    /// <param name="body">As the broker brought it.</param>
    /// <param name="sender">Country whose user the broker verified; null when it verified none.</param>
    /// <param name="reason">Why the broker moved it: rejected, delivery_limit or unknown.</param>
    public async Task Take(byte[] body, string? sender, string reason)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var kept = Keep(hash, body);
        var token = TokenSha256(body);
        await steps.Always(async step =>
        {
            await step.JournalBorder("pouch-undeliverable", ("sender", sender ?? ""),
                ("body_sha256", hash), ("token_sha256", token is null ? "" : Convert.ToHexStringLower(token)),
                ("reason", reason), ("kept", kept ? "yes" : "no"));
            return await UnreadableAnswer.Give(step, sender, token ?? SHA256.HashData(body),
                BorderRefusals.Unopened("undeliverable").Code);
        });
        log.PouchUndeliverable(sender ?? "nobody", reason, hash, kept);
    }

    // Before the entry: what is entered as kept is on the disk. The same message twice is one file.
    private bool Keep(string hash, byte[] body)
    {
        OwnerOnly.Folder(Home);
        var file = Path.Combine(Home, $"{hash}.message");
        if (File.Exists(file) && new FileInfo(file).Length == body.Length) return true;
        // A file that a crash left half-written has another length.
        File.Delete(file);
        if (Directory.EnumerateFiles(Home).Take(KeptMax).Count() >= KeptMax) return false;
        OwnerOnly.WriteNew(file, body);
        return true;
    }

    // The reader has no state of ours and goes no deeper than two levels; the token is not looked into.
    private static byte[]? TokenSha256(byte[] body)
    {
        try
        {
            var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { MaxDepth = 2 };
            return JsonSerializer.Deserialize<SealedPouch>(body, options)?.Token is { Length: > 0 } token
                ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;
        }
        catch (JsonException)
        {
            // No pouch at all: known by the hash of the whole.
            return null;
        }
    }
}
