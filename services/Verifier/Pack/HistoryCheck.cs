namespace Referral.Verifier.Pack;

/// <summary>
/// What was signed before its key was revoked stays valid as history, where another country proves that it
/// was there before: its receipt names the letter, or its sealed journal entry names letter or receipt.
/// Pieces of the country that made the pack rest on its own word else, given by the manifest. Reasoning:
/// docs/decisions/0011-history-under-a-revoked-key.md.
/// </summary>
internal static class HistoryCheck
{
    public static void Run(OpenedPack pack)
    {
        foreach (var (name, part) in pack.UnderRevoked)
        {
            if (IsOlder(pack, part))
                pack.History++;
            else if (part.Country == pack.Manifest.Country
                || name.StartsWith(PackFormat.Witnesses, StringComparison.Ordinal))
                pack.OwnWord.Add(name);
            else
                pack.Broken(Refusals.KeyRevoked, name);
        }
    }

    // Whole seconds; the second of the revocation itself is too late.
    private static bool IsOlder(OpenedPack pack, SignedPart part) =>
        part.RevokedAt is { } revoked && pack.Dated.Exists(said => said.Sha256 == part.Sha256
            && said.Country != part.Country && said.AtSeconds > 0
            && said.AtSeconds < revoked.ToUnixTimeSeconds());
}
