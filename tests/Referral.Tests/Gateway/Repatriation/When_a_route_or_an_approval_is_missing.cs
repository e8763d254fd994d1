using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>What a country's own law wants before a first letter leaves. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_a_route_or_an_approval_is_missing(RunningGateways gateways)
{
    [Fact]
    public async Task without_an_operated_agreement_nothing_leaves_and_a_note_is_drafted()
    {
        var one = await PlayedCase.Agreed(gateways, "CN", "LA");
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, o) => door.PrepareLetterAsync(one.PrepareOf("M01"), o));

        no.Code.ShouldBe("REF-2201");
        no.Values["instrument"].ShouldContain("LA-CN");
        no.Values["rule"].ShouldBe("NONE/M01");
        no.Values["source"].Length.ShouldBeGreaterThan(10);
        no.Values["mark"].ShouldNotBeEmpty();
        no.English.ShouldContain(no.Values["source"]);
        no.Local.ShouldContain("LA-CN");
        var note = (await one.View()).NoteDraft;
        (note.Instrument, note.MinistryPost, note.EmbassyPost)
            .ShouldBe(("LA-CN", "CN-MFA-CONS", "LA-EMB-CN"));
        note.Text.ShouldContain("LA-CN");
        note.Text.ShouldNotContain("บัววัน");
        note.Source.ShouldNotBeEmpty();
        await before.StillHolds();
    }

    [Fact]
    public async Task an_approval_for_the_release_must_be_on_record_in_china()
    {
        var one = await PlayedCase.Agreed(gateways, "CN", "VN");
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, o) => door.PrepareLetterAsync(one.PrepareOf("M01"), o));

        no.Code.ShouldBe("REF-2110");
        (no.Values["rule"], no.Values["mark"]).ShouldBe(("CN-PIPL-41", "V"));
        no.Values["source"].ShouldContain("Art. 41");
        await one.Happens(new Seat("invented.ca", "CN-CENTRAL", "CA"), "ReleaseApprovalRecorded");
        (await one.Prepare("M01")).AgreementId.ShouldBe("VN-CN-2010");
        await before.StillHolds();
    }

    [Fact]
    public async Task the_ministrys_note_comes_first_in_laos()
    {
        var one = await PlayedCase.Agreed(gateways, "LA", "TH");
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, o) => door.PrepareLetterAsync(one.PrepareOf("M01"), o));

        no.Code.ShouldBe("REF-2112");
        no.Values["rule"].ShouldBe("LA-ART28");
        no.English.ShouldContain("LA-ART28");
        no.English.ShouldContain("from LA");
        await before.StillHolds();
    }

    [Theory]
    [InlineData("", "2025-07-20", "REF-2113")]
    [InlineData("INVENTED-1", "", "REF-2113")]
    [InlineData("INVENTED-1", "2025-02-31", "REF-2303")]
    [InlineData("INVENTED\u0007", "2025-07-20", "REF-2113")]
    public async Task a_note_has_a_number_and_a_real_day(string number, string day, string code)
    {
        var one = await PlayedCase.Agreed(gateways, "LA", "TH");

        var no = await one.Home.Refuses(
            one.Home.Ministry, (door, o) =>
                door.RecordEventAsync(one.EventOf("RoutedViaMFA", number, day), o));

        no.Code.ShouldBe(code);
    }

    [Fact]
    public async Task the_diplomatic_channel_is_not_open_where_an_agreement_is_operated()
    {
        var one = await PlayedCase.Agreed(gateways);
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Ministry, (door, o) => door.RecordEventAsync(one.EventOf("NoInstrument"), o));

        no.Code.ShouldBe("REF-2116");
        (await one.View()).NoteDraft.ShouldBeNull();
        await before.StillHolds();
    }
}
