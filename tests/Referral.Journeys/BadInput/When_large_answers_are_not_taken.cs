using Google.Protobuf;
using Referral.Contracts.Desk;
using Referral.Journeys.Secrecy;
using Shouldly;
using Xunit;

namespace Referral.Journeys.BadInput;

/// <summary>
/// Readers ask for a case with long texts and lists and take nothing of it: a line holds what it was given at
/// once, and the gateway the rest, for as long as a call may last.
/// </summary>
[Collection(Alone.Name)]
public sealed class When_large_answers_are_not_taken(MeasuredGateway gateway) : IClassFixture<MeasuredGateway>
{
    private const int Readers = 60;

    [Fact]
    public async Task the_gateway_holds_few_of_them_and_goes_on()
    {
        using var channel = gateway.Channel();
        var door = new Cases.CasesClient(channel);
        var number = await LargeCase.Make(door, () => gateway.As);
        var ask = new GetCaseRequest { Case = number };
        var frame = RawCalls.Frame(ask.ToByteArray(), 0);
        var answer = await door.GetCaseAsync(ask, gateway.As);
        TestContext.Current.TestOutputHelper?.WriteLine($"{answer.CalculateSize() / 1024} kB an answer");
        answer.CalculateSize().ShouldBeGreaterThan(128 * 1024);

        // Readers who take it are ordinary work.
        await Parallel.ForAsync(0, 300, new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (_, _) => await door.GetCaseAsync(ask, gateway.As));

        await gateway.Costs(async () =>
        {
            using var http = RawCalls.Client();
            var open = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => RawCalls.Send(
                gateway, "GetCase", new ByteArrayContent(frame), client: http)));
            open.Count(one => one is { IsSuccessStatusCode: true }).ShouldBe(Readers);
            await gateway.GoesOn();
            foreach (var one in open) one?.Dispose();
        });
    }
}
