using System.Text;
using Microsoft.EntityFrameworkCore;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// A neighbour writes a name where a code belongs. It is invented, and it is kept in clear nowhere.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_letter_says_what_it_should_not(RunningGateways gateways)
{
    private const string Marked = "Invented Marked Person";

    [Theory]
    [InlineData("kind")]
    [InlineData("referral")]
    [InlineData("agreement")]
    [InlineData("post")]
    [InlineData("country")]
    public async Task a_name_in_the_letterhead_stays_out_of_journal_tables_and_log(string place)
    {
        var hand = new LetterByHand(gateways);
        var letter = hand.Notice(hand.NewReferral());
        var head = letter.Head;
        _ = place switch
        {
            "kind" => head.Kind = Marked,
            "referral" => head.Referral = Marked,
            "agreement" => head.AgreementId = Marked,
            "post" => head.ToPost = Marked,
            _ => head.ToCountry = Marked,
        };

        // A good one first: what is searched must hold something, whichever test ran before.
        await hand.Bring(hand.Notice(hand.NewReferral()));
        await hand.Bring(letter);

        var rows = await gateways.Rows("LA", async db => string.Join('\n', await db.LettersIn.AsNoTracking()
            .Select(l => l.Kind + " " + l.Referral + " " + l.Code).ToListAsync()));
        var journal = await gateways.Rows("LA", async db => string.Join('\n',
            (await db.Journal.AsNoTracking().Select(e => e.Text).ToListAsync())
                .Select(Encoding.UTF8.GetString)));
        rows.ShouldNotContain(Marked);
        journal.ShouldNotContain(Marked);
        Log().ShouldNotContain(Marked);
        rows.ShouldContain("M01");
        journal.ShouldContain("letter-admitted");
    }

    private string Log()
    {
        using var file = new FileStream(
            Path.Combine(gateways.DataFolder("LA"), "gateway.log"), FileMode.Open, FileAccess.Read,
            FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
