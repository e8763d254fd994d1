using Microsoft.EntityFrameworkCore;
using Referral.Cli.Journals;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Journal;

/// <summary>The verifier over what gateways wrote while they ran. The person is invented.</summary>
public class When_running_gateways_keep_their_journals(RunningGateways gateways)
    : IClassFixture<RunningGateways>
{
    [Fact]
    public async Task all_four_hold_and_one_changed_byte_does_not()
    {
        var one = await PlayedCase.Verifying(gateways);
        await one.Home.Refuses(one.Home.Officer, (door, o) => door.ReleaseLetterAsync(one.ReleaseOf(9), o));
        await RunningGateways.Until(
            () => gateways.Rows("TH", JournalTexts.AllSealed), "a checkpoint");

        var whole = JournalsCheck.Run(gateways.Network.Folder);
        whole.Select(c => c.Country).ShouldBe(["LA", "TH", "CN", "VN"], ignoreOrder: true);
        whole.Where(c => !c.Report.Whole).ShouldBeEmpty();

        var entry = await gateways.Rows(
            "TH", db => db.Journal.AsNoTracking().OrderBy(e => e.Row).Skip(2).FirstAsync());
        byte[] text = [.. entry.Text];
        text[^3] ^= 1;
        await gateways.Rows("TH", db => db.Journal.Where(e => e.Row == entry.Row)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Text, text)));

        var changed = JournalsCheck.Run(gateways.Network.Folder);
        changed.Where(c => !c.Report.Whole).ShouldHaveSingleItem().Country.ShouldBe("TH");
    }

    [Fact]
    public async Task no_entry_holds_a_word_of_the_folder()
    {
        var one = await PlayedCase.Verifying(gateways);

        foreach (var country in new[] { "TH", "LA" })
        {
            var texts = string.Join('\n', (await JournalTexts.Of(gateways, country, one.Referral))
                .SelectMany(e => e.Values));
            texts.ShouldContain("M01");
            foreach (var word in new[] { "บัววัน", "สีสวัสดิ์", "2004-08-17", "INVENTED-1", "FORCED_LABOUR",
                "DECEPTION" })
                texts.ShouldNotContain(word);
        }
    }
}
