using System.IO.Compression;
using System.Text;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Verifier.Pack;

namespace Referral.Gateway.Journal.Pack;

/// <summary>Which referral to pack, from whose folder, and for whom.</summary>
/// <param name="DataFolder">Of one gateway; it may be running.</param>
/// <param name="Country">Whose gateway that is.</param>
/// <param name="Referral">Referral number.</param>
/// <param name="Language">First language of the summary: lo, th, zh, vi or en; English stands beside
/// it.</param>
public sealed record PackOrder(string DataFolder, Country Country, string Referral, string Language);

/// <summary>
/// Makes the court pack of one referral: what this gateway can prove of it, and nothing of
/// another case. Only reads, and signs the manifest with the gateway's key. Refuses: REF-2004 no such
/// referral here, REF-2307 its content was erased, REF-2651 no gateway's folder.
/// </summary>
public static class CourtPack
{
    /// <summary>The pack as a zip file, or why there is none.</summary>
    public static Decision<byte[]> Make(PackOrder order, TimeProvider clock)
    {
        if (!ReadStore.IsIn(order.DataFolder)) return Refusal.Of(Refusals.NoGatewayHere);
        var list = TrustList.Read(Path.Combine(order.DataFolder, TrustList.FileName));
        using var keys = GatewayKeys.CreateOrRead(order.DataFolder, order.Country.Code, clock, list);
        using var store = ReadStore.Open(order.DataFolder, keys.GatewayKey);
        if (store.Db.Cases.FirstOrDefault(one => one.Referral == order.Referral) is not { } row)
            return Refusal.Of(Refusals.NoSuchCase);
        try
        {
            var packed = PackedCase.Read(store, order.Country.Code, row);
            return Zip(Parts(order, packed, clock.GetUtcNow()), keys);
        }
        catch (KeyErased)
        {
            return Refusal.Of(Refusals.CaseErased);
        }
    }

    private static (PackManifest Manifest, SortedDictionary<string, byte[]> Parts) Parts(
        PackOrder order, PackedCase packed, DateTimeOffset now)
    {
        var list = Path.Combine(order.DataFolder, TrustList.FileName);
        var held = TrustList.Read(list);
        // What both administrators signed, without its history: its hash is the fingerprint they read aloud.
        var trust = held.Signed!.LatestPayload;
        var posts = held.Members.SelectMany(member => member.Posts).ToLookup(post => post.Id);
        var parts = packed.Parts();
        parts[PackFormat.Trust] = trust;
        var head = new SummaryHead(
            order, now, PackFormat.Fingerprint(trust), id => posts[id].FirstOrDefault());
        parts[PackFormat.Summary] = Encoding.UTF8.GetBytes(PackSummary.Write(packed, head));
        var manifest = new PackManifest(PackFormat.Version, order.Referral, order.Country.Code, packed.Other,
            packed.Chain, SummaryHead.Moment(now), head.Languages,
            parts.ToDictionary(part => part.Key, part => PackFormat.Hash(part.Value)));
        return (manifest, parts);
    }

    private static byte[] Zip(
        (PackManifest Manifest, SortedDictionary<string, byte[]> Parts) made, GatewayKeySet keys)
    {
        made.Parts[PackFormat.Manifest] = Encoding.ASCII.GetBytes(
            keys.Signing.Sign(made.Manifest.Write(), PackFormat.ManifestTyp));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in made.Parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(bytes);
            }
        }
        return file.ToArray();
    }
}
