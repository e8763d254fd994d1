using Microsoft.EntityFrameworkCore;
using Referral.Gateway;
using Referral.Gateway.Border.Watch;
using Referral.Gateway.Storage;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Watch;

[Collection(AcrossTheBorder.Name)]
public sealed class When_a_letter_is_overdue(RunningGateways gateways)
{
    [Fact]
    public async Task the_home_desk_is_told_once_at_each_alert_and_no_more_once_it_is_settled()
    {
        var carrier = gateways.CarrierOf("TH");
        carrier.Broken = true;
        try
        {
            var one = await PlayedCase.Released(gateways);
            (await Look(one)).ShouldBeEmpty();

            await Age(one, minutes: 61);
            (await Look(one)).Select(o => (o.Alert, o.Minutes, o.Country)).ShouldBe([(1, 60, "LA")]);
            (await Look(one)).ShouldBeEmpty();
            (await Tasks(one)).Select(t => (t.Post, t.DoneAt)).ShouldBe([("TH-HOME", null)]);

            await Age(one, minutes: 1441);
            (await Look(one)).Select(o => (o.Alert, o.Minutes)).ShouldBe([(2, 1440)]);
            (await Look(one)).ShouldBeEmpty();
            (await JournalTexts.Of(gateways, "TH", one.Number)).Where(e => e["kind"] == "letter-overdue")
                .Select(e => (e["alert"], e["minutes"])).ShouldBe([("1", "60"), ("2", "1440")]);

            carrier.Broken = false;
            await one.ArrivesAbroad();
            (await Tasks(one)).Count.ShouldBe(2);
            (await Tasks(one)).ShouldAllBe(t => t.DoneAt != null);
        }
        finally
        {
            carrier.Broken = false;
        }
    }

    [Theory]
    [InlineData(60, 1440, 0)]
    [InlineData(0, 1440, 1)]
    [InlineData(60, 60, 1)]
    [InlineData(20_000, 50_000, 2)]
    public void settings_out_of_range_are_all_told(int alert, int escalate, int mistakes) =>
        WatchSettings.Mistakes(new() { AlertMinutes = alert, EscalateMinutes = escalate }).Length
            .ShouldBe(mistakes);

    [Fact]
    public void the_settings_of_a_gateway_check_them_too() =>
        Should.Throw<InvalidDataException>(() => GatewaySettings.Check(
            new() { DataFolder = "/x", Watch = new() { AlertMinutes = 0 } }))
            .Message.ShouldContain("Watch.AlertMinutes is 0; allowed is 1 to 10080.");

    private async Task<IReadOnlyList<Overdue>> Look(PlayedCase one) =>
        [.. (await gateways.Steps("TH").Always(OverdueLetters.Look)).Where(o => o.Referral == one.Referral)];

    private Task<int> Age(PlayedCase one, int minutes) => gateways.Steps("TH").Always(step =>
    {
        var written = step.Now.AddMinutes(-minutes);
        return step.Db.LettersOut.Where(l => l.Referral == one.Referral)
            .ExecuteUpdateAsync(l => l.SetProperty(r => r.WrittenAt, written));
    });

    private Task<List<TaskRow>> Tasks(PlayedCase one) => gateways.Rows("TH", db => (
        from task in db.Tasks.AsNoTracking()
        join row in db.Cases on task.CaseId equals row.Id
        where row.Referral == one.Referral && task.Kind == OverdueLetters.TaskKind
        select task).ToListAsync());
}
