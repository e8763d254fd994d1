using Referral.Network.Play;

namespace Referral.Cli.Show;

/// <summary>What a gateway refused, in its officer's language and in English.</summary>
internal static class RefusalsPrint
{
    public static void Print(Screen screen, PlayReport report)
    {
        foreach (var one in report.Refusals)
        {
            screen.Bad($"  {one.Country} refused {one.What}: {one.Code}");
            screen.Line($"      {one.Language}  {one.Sentence}");
            screen.Line($"      en  {one.English}");
        }
    }
}
