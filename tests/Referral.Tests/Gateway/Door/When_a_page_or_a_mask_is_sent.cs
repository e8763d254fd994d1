using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>Page tokens, names of cases, field masks. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_a_page_or_a_mask_is_sent(RunningGateways gateways)
{
    [Fact]
    public async Task pages_show_each_case_once()
    {
        var desk = gateways.Desk("VN");
        for (var i = 0; i < 5; i++)
            await PlayedCase.Registered(gateways, "VN", "LA");
        var all = (await desk.Does(desk.Officer, (door, o) =>
            door.ListCasesAsync(new() { PageSize = 200 }, o))).Cases.Select(c => c.Name).ToList();

        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await desk.Does(desk.Officer, (door, o) =>
                door.ListCasesAsync(new() { PageSize = 2, PageToken = token }, o));
            page.Cases.Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.Cases.Select(c => c.Name));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        seen.ShouldBe(all);
        seen.ShouldAllBe(name => name.StartsWith("cases/VN-"));
    }

    [Fact]
    public async Task a_page_token_of_another_or_a_forged_one_is_refused_with_the_field()
    {
        var desk = gateways.Desk("VN");
        await PlayedCase.Registered(gateways, "VN", "LA");
        await PlayedCase.Registered(gateways, "VN", "LA");
        var token = (await desk.Does(desk.Officer, (door, o) =>
            door.ListCasesAsync(new() { PageSize = 1 }, o))).NextPageToken;
        token.ShouldNotBeEmpty();

        foreach (var (seat, one) in new[]
            {
                (new Seat("invented.other", "VN-HOME", "DO"), token),
                (new Seat(desk.Officer.Account, "VN-EMB-LA", "DO"), token),
                (desk.Officer, token[..^2] + (token.EndsWith("AA") ? "BB" : "AA")),
                (desk.Officer, "bm90IG91cnM"), (desk.Officer, new string('A', 600)), (desk.Officer, "%%"),
            })
        {
            var no = await desk.Refuses(seat, (door, o) => door.ListCasesAsync(new() { PageToken = one }, o));
            (no.Code, no.Status, no.Values["field"]).ShouldBe(
                ("REF-2009", StatusCode.InvalidArgument, "page_token"));
        }

        // Nor does it open another list of the same caller.
        (await desk.Refuses(desk.Officer, (door, o) => door.ListTrayAsync(new() { PageToken = token }, o)))
            .Code.ShouldBe("REF-2009");
    }

    [Fact]
    public async Task the_field_at_fault_stands_in_the_details_in_both_languages()
    {
        var desk = gateways.Desk("TH");
        try
        {
            await desk.Does(desk.Officer, (door, o) => door.ListTrayAsync(new() { PageToken = "x" }, o));
            Assert.Fail("The door took what it should have refused.");
        }
        catch (RpcException no)
        {
            var at = no.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.ShouldHaveSingleItem();
            (at.Field, at.Reason, at.LocalizedMessage.Locale).ShouldBe(("page_token", "REF-2009", "th"));
            at.Description.ShouldStartWith("REF-2009 ");
        }
    }

    [Fact]
    public async Task a_case_is_found_by_its_name_and_by_its_number()
    {
        var one = await PlayedCase.Registered(gateways);
        var view = await one.View();
        view.Name.ShouldBe($"cases/{one.Number}");
        (await one.Home.Does(one.Home.CaseManager, (door, o) =>
            door.GetCaseAsync(new() { Case = view.Name }, o))).ShouldBe(view);
    }

    [Fact]
    public async Task a_mask_changes_what_it_names_and_nothing_else()
    {
        var one = await PlayedCase.Registered(gateways);
        await Edit(one, one.Home.CaseManager, new() { Sex = "M", Ethnicity = "not named" }, "sex");

        var person = InventedPerson.Person();
        person.Sex = "M";
        var after = (await one.View()).Fields;
        after.Single(f => f.Key == "sex").Original.ShouldNotBeEmpty();
        after.Single(f => f.Key == "name_native").Original.ShouldBe(person.Name.AsWritten);
        after.ShouldNotContain(f => f.Original == "not named");
    }

    [Theory]
    [InlineData("no_such_field")]
    [InlineData("name.no_such_part")]
    [InlineData("*")]
    public async Task a_mask_that_names_no_field_of_the_section_is_refused(string path)
    {
        var one = await PlayedCase.Registered(gateways);
        (await one.Home.Refuses(() => Edit(one, one.Home.CaseManager, new() { Sex = "M" }, path)))
            .Values["field"].ShouldBe("update_mask");
    }

    [Fact]
    public async Task a_desk_officer_writes_the_name_and_not_what_she_may_not_even_read()
    {
        var one = await PlayedCase.Registered(gateways);
        var name = InventedPerson.Person().Name;
        name.Given = "อีกชื่อ";
        await Edit(one, one.Home.Officer, new() { Name = name }, "name");

        var before = await one.View();
        var no = await one.Home.Refuses(
            () => Edit(one, one.Home.Officer, new() { Ethnicity = "invented" }, "ethnicity"));
        (no.Code, no.Status).ShouldBe(("REF-2002", StatusCode.PermissionDenied));
        (await one.View()).Revisions.ShouldBe(before.Revisions);
    }

    private static async Task Edit(PlayedCase one, Seat seat, PersonSection person, string path)
    {
        var held = (await one.View()).Revisions["person"];
        await one.Home.Does(seat, (door, o) => door.EditSectionAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = one.Number, Revision = held,
            Section = new() { Person = person }, UpdateMask = new FieldMask { Paths = { path } },
        }, o));
    }
}
