using System.Text;
using Referral.Contracts.Refusals;

namespace Referral.Tests.Conventions;

/// <summary>docs/Errors.md as the refusals make it.</summary>
internal static class ErrorsPage
{
    private static readonly (int From, string Title)[] Groups =
    [
        (2000, "At the door"), (2100, "Repatriation"), (2200, "Agreements and time limits"),
        (2300, "Case file"),
        (2400, "Border"), (2500, "Journal"), (2600, "Court packs and erasing"),
        (2700, "Texts for translation"),
        (3000, "Case files of the demo"), (3100, "Running a network"),
        (3200, "The command against a gateway"),
    ];

    public static string Text()
    {
        var page = new StringBuilder();
        page.Append("""
            # Errors

            Every refusal has a number, a sentence and a remedy, in Lao, Thai, Chinese, Vietnamese and
            English; this page shows the English. The source is `contracts/Refusals/refusals.json`, and a
            test keeps this page equal to it. Words in braces are filled in. *Crosses* marks the few numbers
            that a receipt may tell another country.


            """);
        foreach (var (from, title) in Groups)
        {
            page.Append(
                $"## {title}\n\n| Number | What happened | What to do | Crosses |\n|---|---|---|---|\n");
            foreach (var one in RefusalBook.Shipped.All.Where(r => In(r, from))
                .OrderBy(r => r.Code, StringComparer.Ordinal))
                page.Append(Row(one));
            page.Append('\n');
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Row(RefusalText one) =>
        $"| {one.Code} | {one.Sentence["en"]} | {one.Remedy["en"]} | {(one.Crosses ? "yes" : "no")} |\n";

    private static bool In(RefusalText refusal, int from) =>
        int.Parse(
            refusal.Code.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture) / 100 * 100 == from;
}
