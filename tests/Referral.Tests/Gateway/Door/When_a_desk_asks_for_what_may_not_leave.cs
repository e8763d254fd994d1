using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Door;

/// <summary>
/// Each is refused with a number, in both languages, and nothing leaves. All persons are invented.
/// </summary>
[Collection(AtTheDesk.Name)]
public class When_a_desk_asks_for_what_may_not_leave(RunningGateways gateways)
{
    [Fact]
    public async Task a_person_who_did_not_consent_is_not_notified()
    {
        var one = await PlayedCase.Identified(gateways);
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, options) => door.PrepareLetterAsync(one.PrepareOf("M01"), options));

        no.Code.ShouldBe("REF-2102");
        no.Values["value"].ShouldBe("NOTIFY_ORIGIN, SHARE_IDENTITY");
        await before.StillHolds();
    }

    [Fact]
    public async Task a_consent_to_the_notice_alone_does_not_share_the_identity()
    {
        var one = await PlayedCase.Identified(gateways);
        await one.Consent(Decision.Given, "NOTIFY_ORIGIN");
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, options) => door.PrepareLetterAsync(one.PrepareOf("M01"), options));

        no.Code.ShouldBe("REF-2102");
        no.Values["value"].ShouldBe("SHARE_IDENTITY");
        await before.StillHolds();
    }

    [Fact]
    public async Task a_tracing_needs_a_consent_of_its_own()
    {
        var one = await PlayedCase.Agreed(gateways);
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, options) =>
                door.PrepareLetterAsync(one.PrepareOf("M01", "M05"), options));

        no.Code.ShouldBe("REF-2102");
        no.Values["value"].ShouldBe("CONTACT_FAMILY");
        await before.StillHolds();
    }

    [Fact]
    public async Task a_protected_person_stays_unknown_abroad_and_the_desk_is_not_told_why()
    {
        var one = await PlayedCase.Agreed(gateways);
        await one.Prepare("M01");
        await one.Happens(one.Home.CaseManager, "AsylumOrFearOfOriginStated");
        var before = await NothingLeft.Of(one);

        var prepared = await one.Home.Refuses(
            one.Home.Officer, (door, options) => door.PrepareLetterAsync(one.PrepareOf("M01"), options));
        var released = await one.Home.Refuses(
            one.Home.Supervisor, (door, options) => door.ReleaseLetterAsync(one.ReleaseOf(1), options));

        foreach (var no in new[] { prepared, released })
        {
            no.Code.ShouldBe("REF-2103");
            no.Values.Keys.ShouldBe(["text_mark"]);
            no.English.ShouldBe("REF-2103 This case cannot go on now. Nothing left the country.");
        }

        await NothingShown(one);
        await before.StillHolds();
    }

    [Theory]
    [InlineData("shelter_name_address", "REF-2204")]
    [InlineData("earlier_case_link", "REF-2204")]
    [InlineData("safe_contact", "REF-2204")]
    [InlineData("account", "REF-2203")]
    [InlineData("relatives", "REF-2203")]
    [InlineData("no_such_field", "REF-2203")]
    public async Task a_field_that_the_letter_may_not_carry_is_named(string field, string code)
    {
        var one = await PlayedCase.Agreed(gateways);
        var before = await NothingLeft.Of(one);
        var asked = one.PrepareOf("M01");
        asked.Fields.Add(["name_native", field]);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, options) => door.PrepareLetterAsync(asked, options));

        no.Code.ShouldBe(code);
        no.Values["field"].ShouldBe(field);
        await before.StillHolds();
    }

    [Fact]
    public async Task what_was_not_asked_for_goes_in_neither_of_two_letters()
    {
        var one = await PlayedCase.Agreed(gateways);
        await one.Consent(Decision.Given, "CONTACT_FAMILY");
        var before = await NothingLeft.Of(one);
        var asked = one.PrepareOf("M01", "M05");
        asked.Fields.Add(InventedPerson.NeededForNotice);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, options) => door.PrepareLetterAsync(asked, options));

        (no.Code, no.Values["letter"]).ShouldBe(("REF-2306", "M05"));
        await before.StillHolds();
    }

    [Theory]
    [InlineData("image/jpeg", new byte[] { 1, 2, 3, 4 })]
    [InlineData("text/plain", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70 })]
    public async Task a_photograph_is_not_taken_whatever_it_calls_itself(string mediaType, byte[] content)
    {
        var one = await PlayedCase.Registered(gateways);
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(one.Home.CaseManager, (door, options) => door.AddAttachmentAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = one.Number, Name = "invented", MediaType = mediaType,
            Content = Google.Protobuf.ByteString.CopyFrom(content),
        }, options));

        no.Code.ShouldBe("REF-2301");
        await before.StillHolds();
    }

    [Fact]
    public async Task no_other_attachment_is_taken_either()
    {
        var one = await PlayedCase.Registered(gateways);
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(one.Home.CaseManager, (door, options) => door.AddAttachmentAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = one.Number, Name = "invented", MediaType = "text/plain",
            Content = Google.Protobuf.ByteString.CopyFromUtf8("invented"),
        }, options));

        no.Code.ShouldBe("REF-2302");
        await before.StillHolds();
    }

    private static async Task NothingShown(PlayedCase one)
    {
        var desk = one.Home;
        var view = await desk.Does(
            desk.Officer, (door, options) => door.GetCaseAsync(new() { Case = one.Number }, options));
        var timeline = await desk.Does(
            desk.Officer, (door, options) => door.GetTimelineAsync(new() { Case = one.Number }, options));
        foreach (var shown in new[] { view.ToString(), timeline.ToString() })
        {
            shown.ShouldNotContain("asylum", Case.Insensitive);
            shown.ShouldNotContain("PROTECTION");
        }

        view.ShownToOtherSide.Code.ShouldBe("CONSENT");
        (await one.View()).Holds.ShouldHaveSingleItem().Code.ShouldBe("PROTECTION");
    }
}
