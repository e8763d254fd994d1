using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Referral.Cli;

/// <summary>The usual help, then examples: those of the verb, or one of each verb.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parsed)
    {
        usual.Invoke(parsed);
        var output = parsed.InvocationConfiguration.Output;
        IEnumerable<string> examples = parsed.CommandResult.Command is Verb verb
            ? verb.Examples
            : parsed.CommandResult.Command.Subcommands.OfType<Verb>().Select(one => one.Examples[0]);
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        output.WriteLine("Exit codes: 0 holds, 1 does not hold, 2 wrong command or file, 3 fault.");
        output.WriteLine("Asking a gateway: 4 not signed in, 5 refused, 6 changed meanwhile, 7 no answer.");
        return Exit.Holds;
    }
}
