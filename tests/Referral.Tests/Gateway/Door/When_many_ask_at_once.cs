using Microsoft.EntityFrameworkCore;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>Commands side by side on one gateway. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_many_ask_at_once(RunningGateways gateways)
{
    [Fact]
    public async Task twenty_cases_at_once_have_twenty_numbers_without_a_gap()
    {
        var desk = gateways.Desk("VN");

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Does(desk.CaseManager,
            (door, o) => door.CreateCaseAsync(new() { CommandId = Desk.NewCommand(), Origin = "LA" }, o))));

        var numbers = made.Select(v => int.Parse(v.Case[^6..])).Order().ToList();
        numbers.ShouldBe(Enumerable.Range(numbers[0], 20));
        (await gateways.Rows("VN", db => db.Cases.CountAsync())).ShouldBe(numbers[^1]);
    }

    [Fact]
    public async Task the_same_command_ten_times_at_once_has_one_effect_and_one_answer()
    {
        var desk = gateways.Desk("TH");
        var before = await gateways.Rows("TH", db => db.Cases.CountAsync());
        var id = Desk.NewCommand();

        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.Does(desk.CaseManager,
            (door, o) => door.CreateCaseAsync(new() { CommandId = id, Origin = "LA" }, o))));

        made.Distinct().ShouldHaveSingleItem();
        (await gateways.Rows("TH", db => db.Cases.CountAsync())).ShouldBe(before + 1);
    }

    [Fact]
    public async Task twenty_edits_of_one_revision_leave_one_standing()
    {
        var one = await PlayedCase.Registered(gateways);
        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await one.Home.Does(one.Home.CaseManager, (door, o) => door.EditSectionAsync(new()
                {
                    CommandId = Desk.NewCommand(), Case = one.Number, Revision = 1,
                    Section = new() { Head = new() { NationalReference = $"INVENTED-{i}" } },
                }, o));
                return true;
            }
            catch (Grpc.Core.RpcException no) when (no.Status.Detail.StartsWith("REF-2007",
                StringComparison.Ordinal))
            {
                return false;
            }
        }));

        done.Count(d => d).ShouldBe(1);
        (await one.View()).Revisions["head"].ShouldBe(2u);
        var chain = await JournalTexts.Of(gateways, "TH", one.Number);
        chain.Select(e => int.Parse(e["number"])).ShouldBe(Enumerable.Range(1, chain.Count));
        chain.Count(e => e["kind"] == "command-refused").ShouldBe(19);
    }
}
