using Google.Protobuf.Reflection;
using Grpc.Core;
using Referral.Gateway.Access;
using Referral.Gateway.Door;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Access;

/// <summary>The access journal, and what stands before every call. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_something_is_read_or_refused(RunningGateways gateways)
{
    [Fact]
    public async Task a_reading_stands_in_the_access_journal_when_its_answer_is_there()
    {
        var one = await PlayedCase.Registered(gateways);
        var reader = new Seat("invented.reader", "TH-WELFARE", "CM");

        await one.Home.Does(reader, (door, o) => door.GetCaseAsync(new() { Case = one.Number }, o));

        var entry = (await Entries()).Single(e => e["account"] == reader.Account);
        (entry["kind"], entry["call"], entry["case"], entry["post"], entry["roles"])
            .ShouldBe(("access-read", "Cases.GetCase", one.Number, "TH-WELFARE", "CM"));
    }

    [Fact]
    public async Task a_refusal_stands_there_with_its_number_and_without_what_was_typed()
    {
        var reader = new Seat("invented.curious", "TH-HOME", "SY");

        await gateways.Desk("TH").Refuses(
            reader, (door, o) => door.GetCaseAsync(new() { Case = "cases/A Person's Name" }, o));

        var entry = (await Entries()).Single(e => e["account"] == reader.Account);
        (entry["kind"], entry["code"], entry["case"]).ShouldBe(("access-refused", "REF-2002", "-"));
    }

    [Fact]
    public async Task many_readings_at_once_stand_there_each()
    {
        var desk = gateways.Desk("TH");
        var reader = new Seat("invented.many", "TH-HOME", "DO");

        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ =>
            desk.Does(reader, (door, o) => door.ListTrayAsync(new(), o))));

        (await Entries()).Count(e => e["account"] == reader.Account).ShouldBe(60);
    }

    [Fact]
    public async Task a_command_is_no_reading()
    {
        var one = await PlayedCase.Registered(gateways);
        (await Entries()).ShouldAllBe(e => e["call"] != "Cases.EditSection" || e["kind"] == "access-refused");
        one.Number.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("REF-2011", "TH-HOME", "DO", "PL")]
    [InlineData("REF-2011", "TH-HOME", "DS", "SY")]
    [InlineData("REF-2003", "", "DO")]
    [InlineData("REF-2002", "TH-HOME")]
    public async Task roles_that_stay_apart_and_an_empty_seat_get_nothing(
        string code, string post, params string[] roles) =>
        (await gateways.Desk("TH").Refuses(new Seat("invented.odd", post, roles),
            (door, o) => door.ListTrayAsync(new(), o))).Code.ShouldBe(code);

    [Fact]
    public async Task one_who_calls_too_often_is_told_so_and_another_is_not()
    {
        var identity = gateways.Identity("CN");
        using var rates = new CallerRates(identity with
        {
            Settings = identity.Settings with { Door = new() { CallsPerSecond = 10 } },
        });
        var (hasty, calm) = (Caller("invented.hasty"), Caller("invented.calm"));

        for (var i = 0; i < 10; i++)
            (await rates.Take(hasty)).ShouldBeNull();
        var no = (await rates.Take(hasty)).ShouldNotBeNull();

        no.Code.ShouldBe("REF-2012");
        RefusalStatus.Of(no, "zh").StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        (await rates.Take(calm)).ShouldBeNull();
    }

    private static Caller Caller(string account) => new(account, "CN-HOME", ["DO"], "zh");

    [Fact]
    public void a_call_that_names_nobody_keeps_the_gateway_from_starting()
    {
        Should.Throw<InvalidOperationException>(() => new CallRules().Learn([Forgotten()]))
            .Message.ShouldContain("Nobody names nobody who may call it");
    }

    // A contract of somebody who forgot to say who may.
    private static ServiceDescriptor Forgotten()
    {
        var file = new FileDescriptorProto
        {
            Name = "forgotten.proto", Package = "forgotten", Syntax = "proto3",
        };
        file.MessageType.Add(new DescriptorProto { Name = "Empty" });
        var service = new ServiceDescriptorProto { Name = "Forgotten" };
        service.Method.Add(new MethodDescriptorProto
        {
            Name = "Nobody", InputType = ".forgotten.Empty", OutputType = ".forgotten.Empty",
        });
        file.Service.Add(service);
        return FileDescriptor.BuildFromByteStrings([Google.Protobuf.MessageExtensions.ToByteString(file)])
            .Single().Services.Single();
    }

    private Task<IReadOnlyList<Dictionary<string, string>>> Entries() =>
        JournalTexts.Chain(gateways, "TH", AccessJournal.Chain);
}
