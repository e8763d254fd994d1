using System.Globalization;
using Referral.Gateway.Border.Trust;

namespace Referral.Cli.Trust;

/// <summary>Shows a list for two people who compare it.</summary>
internal static class ListPrint
{
    public static void Head(Screen screen, SignedTrust list)
    {
        var content = list.Latest;
        screen.Title($"Trust list, version {content.Version}");
        screen.Line($"  written {Day(content.WrittenAt)}, to be installed until {Day(content.ValidUntil)}");
        screen.Line($"  fingerprint            {list.Fingerprint}");
        screen.Line($"  of the first version   {list.FirstFingerprint}");
    }

    public static void Whole(Screen screen, SignedTrust list, DateTimeOffset now)
    {
        Head(screen, list);
        foreach (var person in list.Latest.Administrators) screen.Line($"  administrator {person.Kid}");
        foreach (var kid in list.SignedBy) screen.Line($"  signed by     {kid}");
        foreach (var member in list.Latest.Members)
        {
            screen.Title(member.Country);
            foreach (var key in member.Keys.OrderBy(key => key.Use).ThenBy(key => key.From))
                screen.Line(
                    $"  {key.Use}  {key.Kid}  {Day(key.From)} to {Day(key.Until)}  {State(key, now)}");
        }

        screen.Line();
        foreach (var one in ExpiryWarnings.Of(list.Latest, now)) screen.Bad("  " + Warning(one));
    }

    private static string Warning(ExpiryWarning one)
    {
        var what = one.What == "list" ? "The list" : $"{one.Country} {one.What} {one.Kid}";
        return one.Days == 0
            ? $"{what} ran out on {Day(one.Until)}, and nothing follows it."
            : $"{what} runs out within {one.Days} days, on {Day(one.Until)}, and nothing follows it.";
    }

    private static string State(MemberKey key, DateTimeOffset now) => key switch
    {
        { Revoked: true, RevokedAt: { } since } => $"revoked since {Day(since)}",
        { Revoked: true } => "revoked",
        _ when now < key.From => "not yet used",
        _ when now >= key.Until => key.Use == MemberKey.Sign ? "retired, verifies" : "retired, opens",
        _ => "current",
    };

    private static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
