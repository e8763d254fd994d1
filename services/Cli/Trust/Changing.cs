using Referral.Gateway;
using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>Makes the next version of a list, signs it with the keys that are here, and keeps it.</summary>
internal static class Changing
{
    /// <summary>A version that lacks the second signature lies beside the list under this ending.</summary>
    public const string Unfinished = ".unfinished";

    public static int Run(Screen screen, string path, string[] keyFiles,
        Func<TrustContent, Decision<TrustContent>> change)
    {
        var list = TrustFile.Open(path);
        if (list.Refused) return TrustVerb.Refused(screen, list.Refusal);
        var changed = change(list.Outcome.Latest);
        if (changed.Refused) return TrustVerb.Refused(screen, changed.Refusal);
        return WithKeys(keyFiles, keys => Keep(
            screen, path, list.Outcome.Next(changed.Outcome, DateTimeOffset.UtcNow, keys)));
    }

    public static int Keep(Screen screen, string path, Decision<SignedTrust> made)
    {
        if (made.Refused) return TrustVerb.Refused(screen, made.Refusal);
        var list = made.Outcome;
        var target = list.Complete ? path : path + Unfinished;
        TrustFile.Write(target, list);
        ListPrint.Head(screen, list);
        if (list.Complete)
            screen.Good($"Signed by both and written to {target}.");
        else
            screen.Line($"Signed by one and written to {target}. The other administrator compares the "
                + $"fingerprint, then: referral trust sign {target} --key FILE");
        return Exit.Holds;
    }

    public static int WithKeys(string[] files, Func<IReadOnlyList<AdministratorKey>, int> use)
    {
        var keys = new List<AdministratorKey>();
        try
        {
            foreach (var file in files) keys.Add(AdministratorKey.Read(file));
            return use(keys);
        }
        finally
        {
            foreach (var key in keys) key.Dispose();
        }
    }
}
