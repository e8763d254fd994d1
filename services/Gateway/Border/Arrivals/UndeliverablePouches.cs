using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>
/// What the broker gave up delivering to us: kept as it came, entered in the border chain by its hashes,
/// answered "unreadable" to the sender that the broker verified, logged as an error, counted, and shown with
/// the border. Nothing of it is opened until an operator says so. Its letters stay due at their sender.
/// </summary>
internal sealed class UndeliverablePouches(
    Steps steps, IArrivals arrivals, TimeProvider clock, ILogger<UndeliverablePouches> log)
{
    /// <summary>
    /// Messages kept. Beyond it they are entered and answered, and their content is not kept: a neighbour
    /// must not fill our disk.
    /// </summary>
    public const int KeptMax = 200;

    public const string NotKept = "REF-2442";

    /// <param name="body">As the broker brought it.</param>
    /// <param name="sender">Country whose user the broker verified; null when it verified none.</param>
    /// <param name="reason">Why the broker moved it: rejected, delivery_limit or unknown.</param>
    public async Task Take(byte[] body, string? sender, string reason)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var token = Read(body) is { } pouch ? SHA256.HashData(Encoding.UTF8.GetBytes(pouch.Token)) : null;
        var kept = await steps.Always(async step =>
        {
            var row = await Keep(step, hash, body, sender, reason);
            await step.JournalBorder("pouch-undeliverable", ("sender", sender ?? ""),
                ("body_sha256", hash), ("token_sha256", token is null ? "" : Convert.ToHexStringLower(token)),
                ("reason", reason), ("kept", row.Body is null ? "no" : "yes"));
            await UnreadableAnswer.Give(step, sender, token ?? SHA256.HashData(body),
                BorderRefusals.Unopened("undeliverable").Code);
            return row.Body is not null;
        });
        log.PouchUndeliverable(sender ?? "nobody", reason, hash, kept);
    }

    /// <summary>
    /// An operator has it taken like any other pouch, after the gateway was mended: entered first, because it
    /// may end the process once more. Run in the operator's command, before <see cref="TakeAgain"/>.
    /// Refuses REF-2442: not kept, taken already, or no pouch.
    /// </summary>
    public static async Task<Refusal?> Release(Step step, string hash, string post)
    {
        var row = await step.Db.Undeliverable.FindAsync(hash);
        if (row?.Body is null || Read(row.Body) is null)
            return Refusal.Of(NotKept);
        row.TriedAt = step.Now;
        await step.JournalBorder(
            "pouch-tried-again", ("body_sha256", hash), ("sender", row.Sender ?? ""), ("post", post));
        return null;
    }

    /// <summary>Takes what was released; nothing when it was taken meanwhile.</summary>
    public async Task TakeAgain(string hash, CancellationToken cancellation)
    {
        var row = await steps.Read(step => step.Db.Undeliverable.SingleAsync(r => r.BodySha256 == hash));
        if (row.Body is null || Read(row.Body) is not { } pouch)
            return;
        await arrivals.Receive(pouch, row.Sender, cancellation);
        var now = clock.GetUtcNow();
        await steps.Always(step => step.Db.Undeliverable.Where(r => r.BodySha256 == hash).ExecuteUpdateAsync(
            one => one.SetProperty(r => r.TakenAt, now).SetProperty(r => r.Body, (byte[]?)null)));
    }

    // The same message twice is one row.
    private static async Task<UndeliverableRow> Keep(
        Step step, string hash, byte[] body, string? sender, string reason)
    {
        if (await step.Db.Undeliverable.FindAsync(hash) is { } held)
            return held;
        var room = await step.Db.Undeliverable.CountAsync(r => r.Body != null) < KeptMax;
        var row = new UndeliverableRow
        {
            BodySha256 = hash, Body = room ? body : null, Sender = sender, Reason = reason,
            CameAt = step.Now,
        };
        step.Db.Undeliverable.Add(row);
        return row;
    }

    // The reader has no state of ours and goes no deeper than two levels; the token is not looked into.
    private static SealedPouch? Read(byte[] body)
    {
        try
        {
            var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { MaxDepth = 2 };
            return JsonSerializer.Deserialize<SealedPouch>(body, options) is { Token.Length: > 0 } pouch
                ? pouch : null;
        }
        catch (JsonException)
        {
            // No pouch at all: known by the hash of the whole.
            return null;
        }
    }
}
