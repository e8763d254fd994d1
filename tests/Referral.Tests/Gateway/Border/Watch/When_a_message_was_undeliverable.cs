using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts;
using Referral.Gateway.Border;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Watch;

/// <summary>The broker gave it up; an operator sees it and has it taken again.</summary>
[Collection(AcrossTheBorder.Name)]
public sealed class When_a_message_was_undeliverable(RunningGateways gateways)
{
    private Desk Away => gateways.Desk("LA");

    [Fact]
    public async Task it_is_shown_with_the_border_and_taken_once_when_asked()
    {
        var hash = await Given(JsonSerializer.SerializeToUtf8Bytes(new SealedPouch
        {
            PouchId = Guid.CreateVersion7().ToString(), From = "TH", To = "LA", Token = "of.a.test",
        }, JsonSerializerOptions.Web), "delivery_limit");
        var shown = (await Border()).Undeliverable.Single(one => one.BodySha256 == hash);
        (shown.Sender, shown.Reason, shown.Kept).ShouldBe(("TH", "delivery_limit", true));
        shown.TriedAt.ShouldBeNull();

        (await Take(hash)).Undeliverable.ShouldNotContain(one => one.BodySha256 == hash);

        // Taken like any other: this one cannot be opened, and its sender is told so.
        (await JournalTexts.Border(gateways, "LA")).Select(e => e["kind"])
            .ShouldContain("pouch-tried-again");
        (await Code(hash)).ShouldBe("REF-2442");
    }

    [Fact]
    public async Task what_is_no_pouch_is_not_taken_and_stays_shown()
    {
        var hash = await Given("no pouch"u8.ToArray(), "rejected");

        (await Code(hash)).ShouldBe("REF-2442");

        (await Border()).Undeliverable.ShouldContain(one => one.BodySha256 == hash && one.Kept);
    }

    [Fact]
    public async Task one_that_never_came_is_refused() =>
        (await Code(new string('0', 64))).ShouldBe("REF-2442");

    private async Task<string> Given(byte[] body, string reason)
    {
        var pouches = gateways.Host("LA").Services.GetRequiredService<UndeliverablePouches>();
        await pouches.Take(body, "TH", reason);
        return Convert.ToHexStringLower(SHA256.HashData(body));
    }

    private async Task<Referral.Contracts.Desk.BorderView> Border() =>
        await Away.Border.GetBorderAsync(new(), Away.As(Away.Administrator));

    private async Task<Referral.Contracts.Desk.BorderView> Take(string hash) =>
        await Away.Border.TakeUndeliverableAsync(
            new() { CommandId = Desk.NewCommand(), BodySha256 = hash }, Away.As(Away.Administrator));

    private async Task<string> Code(string hash) =>
        (await Away.Refuses(() => Take(hash))).Code;
}
