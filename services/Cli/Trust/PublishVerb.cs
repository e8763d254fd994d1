using Referral.Gateway.Border.Trust;
using Referral.Network;

namespace Referral.Cli.Trust;

/// <summary>
/// `referral trust publish`: on the gateway's own machine; makes next keys where asked and writes public
/// halves.
/// </summary>
internal static class PublishVerb
{
    private const int DaysAheadMax = 90;

    public static Verb Build(Screen screen)
    {
        var country = TrustArguments.Option<string>("--country", "Whose gateway it is", required: true);
        country.AcceptOnlyFromAmong([.. Members.Codes]);
        var data = TrustArguments.Option<string>("--data", "Data folder of that gateway", required: true);
        var output = TrustArguments.Option<string>("--out", "File to write", required: true);
        var fresh = TrustArguments.Option<string[]>(
            "--new", "Makes the next key: sign, seal, or both in turn");
        fresh.AcceptOnlyFromAmong(MemberKey.Sign, MemberKey.Seal);
        var days = TrustArguments.Option<int>("--in-days",
            $"Days until the next key is used, 0 to {DaysAheadMax}; default {TrustChange.OverlapDays}. "
                + "0 only where a key was lost: the others refuse it until they have the list");
        days.DefaultValueFactory = _ => TrustChange.OverlapDays;
        var verb = new Verb("publish", "Writes what a gateway publishes of itself: public keys and posts.",
            $"referral trust publish --country {Members.Codes[0]} --data ./gateway --out member.json",
            $"referral trust publish --country {Members.Codes[0]} --data ./gateway --out m.json --new sign")
        {
            country, data, output, fresh, days,
        };
        verb.SetAction(parsed => TrustVerb.Guarded(screen, () => Run(screen, parsed.GetValue(country)!,
            parsed.GetValue(data)!, parsed.GetValue(output)!,
            new Next(parsed.GetValue(fresh) ?? [], parsed.GetValue(days)))));
        return verb;
    }

    private static int Run(Screen screen, string country, string folder, string output, Next next)
    {
        if (!Directory.Exists(folder) || next.InDays is < 0 or > DaysAheadMax)
        {
            screen.Wrong(Directory.Exists(folder)
                ? $"--in-days is {next.InDays}; allowed is 0 to {DaysAheadMax}."
                : $"There is no folder {folder}.");
            return Exit.BadInput;
        }

        foreach (var use in next.Uses.Distinct())
            GatewayKeys.MakeNext(folder, country, use, DateTimeOffset.UtcNow.AddDays(next.InDays));
        using var keys = GatewayKeys.CreateOrRead(folder, country, TimeProvider.System);
        var member = keys.Published(Members.Of(country));
        MemberFile.Write(output, member);
        foreach (var key in member.Keys) screen.Line($"  {key.Use}  {key.Kid}");
        screen.Line($"Written to {output}. Read these names to the administrators by another way.");
        return Exit.Holds;
    }

    private sealed record Next(string[] Uses, int InDays);
}
