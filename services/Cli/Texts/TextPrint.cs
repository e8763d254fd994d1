using Referral.Cli.Desk;
using Referral.Contracts.Desk;

namespace Referral.Cli.Texts;

/// <summary>Units as a table; one unit with its text and draft below.</summary>
internal static class TextPrint
{
    public static readonly string[] Columns =
        ["Text", "Field", "From", "To", "State", "Revision", "Characters", "Opened"];

    public static string[] Row(TextView one) =>
    [
        one.Name, one.Field.Text, one.SourceLanguage, one.TargetLanguage, one.State.Text,
        $"{one.Revision}", $"{one.Characters}", Rows.Moment(one.OpenedAt),
    ];

    public static int One(Screen screen, Door door, TextView one)
    {
        Rows.Print(door, one, Columns, [Row(one)]);
        if (door.Asked.Output == Output.Table)
        {
            screen.Line();
            screen.Line(one.Source);
            if (one.Draft.Length > 0)
            {
                screen.Line();
                screen.Line(one.Draft);
            }

            foreach (var word in one.MissingWords) screen.Line($"The agreed word is not in it: {word}");
        }

        return Exit.Holds;
    }
}
