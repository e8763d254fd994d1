using System.Globalization;
using Referral.Cli.Show;
using Referral.Contracts.Desk;

namespace Referral.Cli.Watch;

/// <summary>One letter's fate, in sentences first and figures after.</summary>
internal static class WhyPrint
{
    public static void Print(Screen screen, WhyView why, string language)
    {
        var words = Words.Of(language);
        screen.Title($"{why.Kind} number {Text(why.Number)} of {why.Referral}, "
            + $"{(why.Direction == "out" ? "to" : "from")} {why.Country}");
        screen.Line(words.Marked(why.What));
        screen.Line($"→ {words.Marked(why.Side)}");
        screen.Line($"→ {words.Marked(why.ToDo)}");
        if (why.Code.Length > 0) screen.Bad($"{why.Code} {why.CodeSentence}");
        screen.Line();
        var figures = new List<string[]> { new[] { "State", $"{why.State.Code} {why.State.Text}" } };
        figures.Add([why.Direction == "out" ? "Written" : "Arrived", Moments.Of(why.Since)]);
        if (why.Direction == "out")
        {
            figures.Add(["First sent", Moments.Of(why.LeftAt)]);
            figures.Add(["Attempts", Text(why.Attempts)]);
            figures.Add(["Next attempt", Moments.Of(why.NextAttempt)]);
            figures.Add(["Settled", Moments.Of(why.SettledAt)]);
        }

        if (why.MissingFrom > 0) figures.Add(["Missing from number", Text(why.MissingFrom)]);
        screen.Table(["", ""], figures);
    }

    private static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
