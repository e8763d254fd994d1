using System.Text;

namespace Referral.Verifier.Pack;

/// <summary>
/// The checkpoints that cover entries of the case: signed by the country that made the pack, and
/// each building on the one before where that one is in the pack too.
/// </summary>
internal static class CheckpointsCheck
{
    public static void Run(OpenedPack pack)
    {
        foreach (var (name, token) in pack.Folder(PackFormat.Checkpoints))
        {
            var own = pack.Manifest.Country;
            if (pack.Open(name, token, CheckpointFormat.Typ, own) is not { } signed) continue;
            var content = CheckpointText.ReadPayload(signed.Payload);
            if (content is null || content.Country != signed.Country
                || name != PackFormat.CheckpointName(content.Number)
                || (pack.Checkpoints.TryGetValue(content.Number - 1, out var before)
                    && !content.Previous.AsSpan().SequenceEqual(before.Sha256)))
                pack.Broken(Refusals.CheckpointBroken, name);
            else
                pack.Checkpoints[content.Number] =
                    new(content, CheckpointFormat.Hash(Encoding.ASCII.GetString(token)));
        }
    }
}

/// <summary>
/// Checkpoints of other countries that the gateway kept as witnesses. One of the country's own,
/// come back from abroad, must be the one that stands in the pack.
/// </summary>
internal static class WitnessesCheck
{
    public static void Run(OpenedPack pack)
    {
        foreach (var (name, token) in pack.Folder(PackFormat.Witnesses))
        {
            if (pack.Open(name, token, CheckpointFormat.Typ) is not { } signed) continue;
            var content = CheckpointText.ReadPayload(signed.Payload);
            if (content is null || content.Country != signed.Country
                || name != PackFormat.WitnessName(content.Country, content.Number)
                || (content.Country == pack.Manifest.Country
                    && pack.Checkpoints.TryGetValue(content.Number, out var own)
                    && Convert.ToHexStringLower(own.Sha256) != signed.Sha256))
                pack.Broken(Refusals.CheckpointBroken, name);
            else
                pack.Witnesses++;
        }
    }
}
