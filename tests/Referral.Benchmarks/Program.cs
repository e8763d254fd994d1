using Referral.Benchmarks;
using Referral.Benchmarks.Border;
using Referral.Benchmarks.Calls;
using Referral.Benchmarks.Language;
using Referral.Benchmarks.Matching;
using Referral.Benchmarks.Search;

// One verb a subject. A verb prints a table and answers 0, or 2 where it cannot run here.
Dictionary<string, Func<string[], int>> verbs = new(StringComparer.Ordinal)
{
    ["border"] = arguments => BorderVerb.Make().Parse(arguments).Invoke(),
    ["grpc"] = arguments => GrpcVerb.Make().Parse(arguments).Invoke(),
    ["language"] = LanguageRun.Of,
    ["matching"] = MatchingRun.Of,
    ["recall"] = RecallRun.Of,
    ["search"] = SearchRun.Of,
};

// The empty method that `grpc` measures beside is this program too, in a process of its own.
if (args is [EmptyServer.Verb]) return EmptyServer.Serve();
if (args.Length > 0 && verbs.TryGetValue(args[0], out var verb)) return verb(args[1..]);
Console.Error.WriteLine("Say what to measure: " + string.Join(", ", verbs.Keys));
return Figures.CannotRun;
