using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.Search;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Search;

/// <summary>Through the doors of real gateways. The person is invented.</summary>
public sealed class When_a_case_is_searched_by_name(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    private static readonly string Written = InventedPerson.Person().Name.AsWritten;

    [Theory]
    [InlineData("Buawan")]
    [InlineData("Bouavanh")]
    [InlineData("บัววัน")]
    [InlineData("ບົວວັນ")]
    [InlineData("bua wan")]
    [InlineData("บัววรรณ")]
    public async Task both_sides_find_her_in_every_script(string asked)
    {
        var one = await Released();

        foreach (var (desk, seat) in new[] { (one.Home, one.Home.Officer), (one.Abroad, one.Abroad.Officer) })
        {
            var found = (await Search(desk, seat, new() { Name = asked, PageSize = 20 })).Found
                .Single(f => f.Referral == one.Referral);
            found.Score.ShouldBeGreaterThan(0.5);
            found.Reasons[0].Because.Text.ShouldNotBeEmpty();
            found.Reasons[0].Keys.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task an_embassy_finds_no_case_of_another_country()
    {
        var one = await Released();
        var seat = new Seat("invented.at", "TH-EMB-VN", "DO");
        (await Search(one.Home, seat, new() { Name = Written })).Found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SY", "HOME", "REF-2002")]
    [InlineData("MF", "NOWHERE", "REF-2003")]
    public async Task who_may_not_read_names_does_not_search(string role, string post, string code)
    {
        var desk = gateways.Desk("TH");
        var seat = new Seat("invented.else", $"TH-{post}", role);
        (await desk.Refuses(() => Search(desk, seat, new() { Name = Written }))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task nobody_without_a_token_searches()
    {
        var desk = gateways.Desk("TH");
        var no = await Should.ThrowAsync<RpcException>(async () =>
            await desk.Search.SearchNamesAsync(new() { Name = Written }, desk.With(null)));
        no.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("12345", "", "")]
    [InlineData("Buawan", "2547-99", "")]
    [InlineData("Buawan", "", "SHE")]
    public async Task what_is_no_name_or_date_is_refused(string name, string born, string sex)
    {
        var desk = gateways.Desk("TH");
        (await desk.Refuses(() =>
            Search(desk, desk.Officer, new() { Name = name, Born = born, Sex = sex }))).Code
                .ShouldBe("REF-2009");
    }

    [Fact]
    public async Task the_journal_holds_the_search_without_the_name()
    {
        var desk = gateways.Desk("LA");
        await Search(desk, desk.Officer, new() { Name = "Xanthippe" });
        var entry = (await JournalTexts.Border(gateways, "LA")).Last(e => e["kind"] == "names-searched");
        entry["post"].ShouldBe("LA-HOME");
        entry["query_hmac"].Length.ShouldBe(64);
        entry.Values.ShouldNotContain(value =>
            value.Contains("Xanthippe", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task a_name_that_was_corrected_is_found_and_the_old_one_is_not()
    {
        var one = await PlayedCase.Registered(gateways);
        var person = InventedPerson.Person();
        person.Name.AsWritten = person.Name.Given = "ธีรวัฒน์";
        person.Name.Family = person.Name.Title = "";
        person.OtherNames.Clear();
        await one.Edit(new() { Person = person });

        (await Finds(one, "Theerawat")).ShouldBeTrue();
        (await Finds(one, "Buawan")).ShouldBeFalse();
    }

    [Fact]
    public async Task no_key_in_the_database_is_the_hash_of_the_name_itself()
    {
        var one = await PlayedCase.Registered(gateways);
        var keys = await gateways.Rows("TH", db => db.SearchKeys
            .Where(k => db.Cases.Any(c => c.Id == k.CaseId && c.LocalNumber == one.Number))
            .Select(k => k.Key).ToListAsync());
        keys.Count.ShouldBeGreaterThan(3);
        var plain = Referral.Language.Matching.MatchKeys.Of(Written)
            .Select(key => BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(key)).AsSpan(0, 8).ToArray().Reverse().ToArray()));
        keys.ShouldNotContain(key => plain.Contains(key));
    }

    [Fact]
    public async Task names_that_change_again_in_one_step_leave_the_keys_of_the_last()
    {
        static NameCard Card(string name) => NameCard.Empty.With([name], "", "", "");
        var id = await gateways.Steps("TH").Always(async step =>
        {
            var row = await step.OpenCase("TH", "LA", null);
            foreach (var name in new[] { "บัววัน", "สมชาย", "บัววัน ใจดี" })
                await step.WriteNameCard(row, Card(name));
            return row.Id;
        });
        var keys = await gateways.Rows("TH", db => db.SearchKeys.Where(k => k.CaseId == id)
            .Select(k => k.Key).ToListAsync());
        keys.ShouldBe(SearchHashes.Of(gateways.Identity("TH").Keys.GatewayKey, Card("บัววัน ใจดี")),
            ignoreOrder: true);
    }

    private async Task<bool> Finds(PlayedCase one, string name) =>
        (await Search(one.Home, one.Home.Officer, new() { Name = name, PageSize = 20 })).Found
            .Any(f => f.Case == one.Number);

    private async Task<PlayedCase> Released()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        return one;
    }

    private static async Task<SearchNamesAnswer> Search(Desk desk, Seat seat, SearchNamesRequest request) =>
        await desk.Search.SearchNamesAsync(request, desk.As(seat));
}
