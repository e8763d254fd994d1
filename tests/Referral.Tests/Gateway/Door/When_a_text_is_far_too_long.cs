using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>
/// 10 MB of text, and 1 MB in any other place, are answered with our number, and over 16 MB with gRPC's own.
/// </summary>
[Collection(AtTheDesk.Name)]
public class When_a_text_is_far_too_long(RunningGateways gateways)
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    // More than a client takes in headers, where refusals travel.
    private static readonly string Long = new('x', 1024 * 1024);

    [Fact]
    public async Task ten_megabytes_in_a_field_are_refused_by_the_fields_own_limit_and_kept_nowhere()
    {
        var one = await PlayedCase.Registered(gateways);
        var before = await NothingLeft.Of(one);
        var facts = InventedPerson.Facts();
        facts.Account.Text = new string('x', TenMegabytes);
        async Task Send()
        {
            var no = await one.Home.Refuses(one.Home.CaseManager, (door, o) => door.EditSectionAsync(new()
            {
                CommandId = Desk.NewCommand(), Case = one.Number, Revision = 1,
                    Section = new() { Facts = facts },
            }, o));
            no.Code.ShouldBe("REF-2008");
            no.Status.ShouldBe(StatusCode.InvalidArgument);
            (no.Values["field"], no.Values["limit"]).ShouldBe(("account", "20000"));
        }

        var held = OnDisk();
        for (var i = 0; i < 3; i++)
            await Send();

        // Not the text, nor its answer, nor the command is kept.
        (OnDisk() - held).ShouldBeLessThan(TenMegabytes / 10);
        await before.StillHolds();
    }

    [Fact]
    public async Task more_than_sixteen_megabytes_never_reach_us_and_grpc_says_why()
    {
        var one = await PlayedCase.Registered(gateways);
        var before = await NothingLeft.Of(one);
        var facts = InventedPerson.Facts();
        facts.Account.Text = new string('x', 17 * 1024 * 1024);

        var no = await Should.ThrowAsync<RpcException>(() => one.Home.Does(one.Home.CaseManager,
            (door, o) => door.EditSectionAsync(new()
            {
                CommandId = Desk.NewCommand(), Case = one.Number, Revision = 1,
                    Section = new() { Facts = facts },
            }, o)));

        no.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        await before.StillHolds();
    }

    // Every text a caller may send, not only those of the folder.
    public static TheoryData<string, string> Places { get; } = new()
    {
        { "case", "REF-2004" }, { "command id", "REF-2006" }, { "event", "REF-2002" }, 
        { "note number", "REF-2113" }, { "day", "REF-2303" }, { "origin", "REF-2305" },
        { "scope", "REF-2305" },
        { "interpreter", "REF-2008" }, { "language", "REF-2305" }, { "letter kind", "REF-2202" },
        { "letter field", "REF-2203" }, { "receiver's post", "REF-2003" }, { "media type", "REF-2302" },
        { "letter id", "REF-2101" }, { "national reference", "REF-2101" }, { "result", "REF-2305" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task wherever_they_stand_our_number_answers(string place, string code)
    {
        var one = await PlayedCase.Agreed(gateways);
        var before = await NothingLeft.Of(one);

        var no = await Send(one, place);

        no.Code.ShouldBe(code);
        no.English.Length.ShouldBeLessThan(500);
        no.Local.Length.ShouldBeLessThan(500);
        await before.StillHolds();
    }

    private long OnDisk() =>
        Directory.GetFiles(gateways.DataFolder("TH")).Sum(file => new FileInfo(file).Length);

    private static Task<Refused> Send(PlayedCase one, string place)
    {
        var home = one.Home;
        var given = RecordConsentRequest.Types.Decision.Given;
        return place switch
        {
            "case" => home.Refuses(home.CaseManager, (d, o) => d.GetCaseAsync(new() { Case = Long }, o)),
            "command id" => Event(one, home.CaseManager, new() { CommandId = Long, Event = "ScreeningDone" }),
            "event" => Event(one, home.CaseManager, one.EventOf(Long)),
            "note number" => Event(one, home.Ministry, one.EventOf("RoutedViaMFA", Long, "2025-07-20")),
            "day" => Event(one, home.CaseManager, new(one.EventOf("AgeDecided")) { HappenedOn = Long }),
            "origin" => home.Refuses(home.CaseManager,
                (d, o) => d.CreateCaseAsync(new() { CommandId = Desk.NewCommand(), Origin = Long }, o)),
            "scope" => Consent(one, one.ConsentOf(given, Long)),
            "interpreter" => Consent(one, new(one.ConsentOf(given, "CONTACT_FAMILY")) { Interpreter = Long }),
            "language" => Consent(one, new(one.ConsentOf(given, "CONTACT_FAMILY")) { Language = Long }),
            "letter kind" => Prepare(one, one.PrepareOf(Long)),
            "letter field" => Prepare(one, new(one.PrepareOf("M01")) { Fields = { Long } }),
            "receiver's post" => Prepare(one, new(one.PrepareOf("M01")) { ToPost = Long }),
            "media type" => home.Refuses(home.CaseManager, (d, o) => d.AddAttachmentAsync(
                new() { CommandId = Desk.NewCommand(), Case = one.Number, MediaType = Long,
                    Name = "invented" }, o)),
            "letter id" => home.Refuses(home.Supervisor, (d, o) => d.WithdrawLetterAsync(
                new() { CommandId = Desk.NewCommand(), Case = one.Number, LetterId = Long }, o)),
            "national reference" => home.Refuses(home.Officer, (d, o) => d.AcknowledgeAsync(
                new() { CommandId = Desk.NewCommand(), Case = one.Number, NationalReference = Long }, o)),
            _ => home.Refuses(home.Verifier, (d, o) => d.AnswerNationalityAsync(
                new() { CommandId = Desk.NewCommand(), Case = one.Number, Result = Long }, o)),
        };
    }

    private static Task<Refused> Event(PlayedCase one, Seat seat, RecordEventRequest request)
    {
        request.Case = one.Number;
        return one.Home.Refuses(seat, (door, o) => door.RecordEventAsync(request, o));
    }

    private static Task<Refused> Consent(PlayedCase one, RecordConsentRequest request) =>
        one.Home.Refuses(one.Home.CaseManager, (door, o) => door.RecordConsentAsync(request, o));

    private static Task<Refused> Prepare(PlayedCase one, PrepareLetterRequest request) =>
        one.Home.Refuses(one.Home.Officer, (door, o) => door.PrepareLetterAsync(request, o));
}
