using System.Diagnostics;
using System.Globalization;
using Referral.Cli;
using Referral.Contracts.Desk;
using Referral.Journeys.Secrecy;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Abroad;

/// <summary>
/// What the screens of an embassy cost over 128 kbit/s, 800 ms there and back, 5 of 100 segments lost, with
/// TLS, each by a command of its own. Twice each in ./test; ten times on demand:
/// dotnet run --project tests/Referral.Journeys -- -class {this class} -explicit only
/// </summary>
[Collection(Alone.Name)]
public sealed class When_an_office_abroad_works(OfficeAbroad office) : IClassFixture<OfficeAbroad>
{
    // One try of the command ends after this, by default (--timeout).
    private const double PatienceSeconds = 20;

    [Fact]
    public Task each_screen_is_one_call_on_one_connection() => Screens(2);

    [Fact(Explicit = true)]
    public Task each_screen_is_measured_ten_times() => Screens(10);

    [Fact]
    public async Task a_police_system_comes_with_its_certificate_and_a_stranger_is_not_let_in()
    {
        string[] ask = ["case", "list", "--address", office.Address, "--authority", office.Root];

        var end = await office.Command.Run([.. ask, "--certificate", office.Police]);

        end.Code.ShouldBe(Exit.Holds, end.Errors);
        end.Output.ShouldContain(office.Case);
        (await office.Command.Run(ask)).Code.ShouldBe(Exit.NotSignedIn);
        var broken = await office.Command.Run([.. ask, "--certificate", office.Root]);
        broken.Code.ShouldBe(Exit.BadInput);
        broken.Errors.ShouldStartWith("REF-3208");
    }

    private async Task Screens(int times)
    {
        await Screen(times, "tray, 50 tasks", "tray");
        await Screen(times, "case with its folder", "case", "show", office.Case);
        await Screen(times, "status of a case", "status", office.Case);
        await Screen(times, "list, 50 cases", "case", "list");
        foreach (var packed in new[] { true, false })
            Say($"one call alone, {(packed ? "packed" : "not packed")}: "
                + $"tray {await Bytes(packed, tray: true)}, case {await Bytes(packed, tray: false)} bytes");
    }

    private async Task Screen(int times, string name, params string[] words)
    {
        var (line, whole, bytes) = (new List<double>(), new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            var (calls, opened, before) = (await office.Calls(), office.Line.Opened, BothWays);
            var clock = Stopwatch.StartNew();

            var end = await office.Command.Run(office.Over(OfficeAbroad.Embassy, "DO", words));

            whole.Add(clock.Elapsed.TotalSeconds);
            end.Code.ShouldBe(Exit.Holds, end.Errors);
            (await office.Calls() - calls).ShouldBe(1, name);
            (office.Line.Opened - opened).ShouldBe(1, name);
            line.Add(office.Line.Took.TotalSeconds);
            bytes.Add(BothWays - before);
        }

        Say(string.Create(CultureInfo.InvariantCulture,
            $"{name}: on the line p50 {Middle(line):0.0} s, most {line.Max():0.0} s; with the program's "
            + $"start p50 {Middle(whole):0.0} s; p50 {Middle(bytes):0} bytes both ways; {times} times"));
        line.Max().ShouldBeLessThan(PatienceSeconds);
    }

    private async Task<long> Bytes(bool packed, bool tray)
    {
        using var channel = office.Channel(overTheLine: true, packed);
        var door = new Cases.CasesClient(channel);
        var seat = office.As(OfficeAbroad.Embassy, "DO");
        // The connection is there before: what is counted is the call.
        await door.GetTimelineAsync(new() { Case = office.Case }, seat);
        var before = BothWays;
        if (tray) await door.ListTrayAsync(new() { PageSize = 50 }, seat);
        else await door.GetCaseAsync(new() { Case = office.Case }, seat);
        return BothWays - before;
    }

    private long BothWays => office.Line.Into.Bytes + office.Line.OutOf.Bytes;

    private static double Middle(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static void Say(string sentence) => TestContext.Current.TestOutputHelper?.WriteLine(sentence);
}
