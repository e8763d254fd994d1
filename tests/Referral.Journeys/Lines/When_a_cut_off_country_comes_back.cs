using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Lines;

/// <summary>
/// Laos was cut off and letters wait for it abroad; its line comes back: 2 Mbit/s each way, 300 ms one way
/// (a round trip takes 600), 2 of 100 segments lost. A tenth of the letters in ./test; all 5,000 on demand:
/// dotnet run --project tests/Referral.Journeys -- -class {this class} -explicit only
/// The promise is 90 s and 2.2 bytes for a byte, see docs/Reliability.md; the tenth keeps the same share.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class When_a_cut_off_country_comes_back : IDisposable
{
    private const string Name = "The slow line, alone on the machine";
    private const int LetterBytes = 1024;
    private const double BytesPromised = 2.2;

    /// <summary>Until the sender tries again and both ends are connected, on a busy machine too.</summary>
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(45);

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-line-").FullName;

    [Fact]
    public Task five_hundred_letters_that_waited_are_caught_up_with_soon() =>
        CatchUp(500, TimeSpan.FromSeconds(9) + Connecting, BytesPromised);

    [Fact(Explicit = true)]
    public Task five_thousand_letters_that_waited_are_caught_up_with_in_ninety_seconds() =>
        CatchUp(5000, TimeSpan.FromSeconds(90), BytesPromised);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task CatchUp(int letters, TimeSpan limit, double bytesMax)
    {
        Assert.SkipWhen(RabbitNode.Find().Script is null, RabbitNode.Find().Sentence);
        await using var line = new LongLine(new LineShape(), seed: 1);
        await using var country = await CutOffCountry.Start(_folder, line);
        var content = await country.CutOff(letters, LetterBytes);

        var (applied, settled) = await country.ComeBack(letters, limit * 5);

        var (into, outOf) = (line.Into.Bytes, line.OutOf.Bytes);
        var share = (double)(into + outOf) / content;
        Say($"{letters} letters of {content / letters} bytes.");
        Say($"Applied after {applied.TotalSeconds:0.0} s, settled after {settled.TotalSeconds:0.0} s.");
        Say($"Bytes into the country {into}, out of it {outOf}, for a byte of content {share:0.00}.");
        Say($"Segments lost and sent twice: {line.Into.Lost + line.OutOf.Lost}.");
        share.ShouldBeLessThanOrEqualTo(bytesMax);
        settled.ShouldBeLessThanOrEqualTo(limit);
    }

    private static void Say(FormattableString sentence) =>
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(sentence));
}
