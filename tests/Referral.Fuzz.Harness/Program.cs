using Referral.Fuzz;
using SharpFuzz;

// For libFuzzer, by SharpFuzz: the assemblies under test are instrumented first (`sharpfuzz FILE.dll`), then
// libfuzzer-dotnet runs this with the name of a target as its only argument.
if (args is not [var name] || !Targets.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine("Name one target: " + string.Join(", ", Targets.All.Keys));
    return 2;
}

Fuzzer.LibFuzzer.Run(input => target(input.ToArray()));
return 0;
