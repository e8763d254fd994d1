using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>`referral trust init`: the first version, which names its two administrators.</summary>
internal static class InitVerb
{
    public static Verb Build(Screen screen)
    {
        var list = TrustArguments.List();
        var keys = TrustArguments.Keys();
        keys.Description =
            "Private key file of an administrator, made where absent; twice where both sit here";
        var other = TrustArguments.Option<string?>("--other", "Public key file of the other administrator");
        var members = TrustArguments.Option<string[]>("--member",
            "What a member published; again for each member. A list may begin with none");
        var verb = new Verb("init", "Makes the first version of a list and names its two administrators.",
            "referral trust init trust.json --key first.pem --other second.pem.pub --member la.member.json",
            "referral trust init trust.json --key first.pem --key second.pem")
        {
            list, keys, other, members,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () => Run(screen, parsed.GetValue(list)!,
            parsed.GetValue(keys)!, parsed.GetValue(other), parsed.GetValue(members) ?? [])));
        return verb;
    }

    private static int Run(Screen screen, string path, string[] keyFiles, string? other, string[] members)
    {
        if (File.Exists(path) || File.Exists(path + Changing.Unfinished))
        {
            screen.Wrong($"There is a list at {path} already; add, rotate and revoke change it.");
            return Exit.BadInput;
        }

        if (keyFiles.Length + (other is null ? 0 : 1) != 2)
        {
            screen.Wrong("Two administrators are wanted: --key twice, or --key and --other.");
            return Exit.BadInput;
        }

        foreach (var file in keyFiles.Where(file => !File.Exists(file)))
        {
            using var made = AdministratorKey.Create(file);
            screen.Line($"Made the key {file}; keep it off every gateway. Its public half: {file}.pub");
        }

        return Changing.WithKeys(keyFiles, keys =>
        {
            Administrator[] persons = [.. keys.Select(key => key.Public),
                .. other is null ? [] : new[] { AdministratorKey.ReadPublic(other) }];
            var first = TrustContent.First(
                persons, [.. members.Select(MemberFile.Read)], DateTimeOffset.UtcNow);
            return Changing.Keep(screen, path, SignedTrust.Found(first, keys));
        });
    }
}
