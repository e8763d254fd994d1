using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Shouldly;
using Xunit;

namespace Referral.Fuzz;

/// <summary>One minute over all targets, one after the other; the seed is fixed.</summary>
public sealed class When_strangers_send_anything
{
    private const int MemoryGrowthMax = 50 * 1024 * 1024;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(Setting("REFERRAL_FUZZ_SECONDS", 60));

    private static readonly int Seed = (int)Setting("REFERRAL_FUZZ_SEED", 20_261_125);

    public static TheoryData<string> Names => [.. Targets.All.Keys];

    [Fact]
    public void no_exception_leaves_and_memory_does_not_grow()
    {
        // What is loaded once, and caches that fill, are no growth.
        var warmUp = Time / 6;
        var inputs = Run(warmUp, Seed);
        var (heap, set) = Memory();

        inputs += Run(Time - warmUp, Seed + 1);

        var (heapAfter, setAfter) = Memory();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{inputs} inputs; heap {heap >> 10} to {heapAfter >> 10} KB, "
            + $"process {set >> 10} to {setAfter >> 10} KB"));
        inputs.ShouldBeGreaterThan(Targets.All.Count * 20);
        (heapAfter - heap).ShouldBeLessThan(MemoryGrowthMax);
        (setAfter - set).ShouldBeLessThan(MemoryGrowthMax);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void what_it_starts_from_and_what_once_broke_something_breaks_nothing(string target)
    {
        foreach (var input in Seeds.Of(target).Append([])) Targets.All[target](input);
    }

    private static long Run(TimeSpan time, int seed)
    {
        var inputs = 0L;
        foreach (var (name, target) in Targets.All)
        {
            var lot = new Random(seed);
            var mutation = new Mutation(lot);
            var seeds = Seeds.Of(name);
            seeds.ShouldNotBeEmpty(name);
            var share = time / Targets.All.Count;
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < share; inputs++)
            {
                var input = lot.Next(20) == 0
                    ? mutation.Noise() : mutation.Of(seeds[lot.Next(seeds.Count)], seeds);
                try
                {
                    target(input);
                }
                catch (Exception left)
                {
                    // To be kept in the corpus, before it is mended.
                    Assert.Fail($"{name}: {left}\nInput: {Convert.ToBase64String(input)}");
                }
            }
        }
        return inputs;
    }

    private static (long Heap, long Set) Memory()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }

    private static double Setting(string name, double otherwise) =>
        double.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set)
            ? set : otherwise;
}
