using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using Referral.Cli.Demo;
using Referral.Cli.Desk;
using Referral.Cli.Exchange;
using Referral.Cli.Language;
using Referral.Cli.OneCase;
using Referral.Cli.SignIn;
using Referral.Cli.Texts;
using Referral.Cli.Trust;
using Referral.Cli.Watch;
using Referral.Network;

namespace Referral.Cli;

/// <summary>The command `referral`: one verb a file.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] arguments, Screen? screen = null)
    {
        screen ??= Screen.OfConsole();
        var parsed = Build(screen).Parse(arguments);
        var settings = new InvocationConfiguration
        {
            Output = screen.Output,
            Error = screen.Errors,
            EnableDefaultExceptionHandler = false,
            // Four gateways and a broker are ended in order before the process is.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        // A line that is being completed is not whole yet, and that is no mistake.
        var completes = parsed.RootCommandResult.Command is RootCommand root
            && root.Directives.OfType<SuggestDirective>().Any(one => parsed.GetResult(one) is not null);
        if (parsed.Errors.Count > 0 && !completes && parsed.Action is not HelpWithExamples)
        {
            foreach (var error in parsed.Errors) screen.Wrong(error.Message);
            screen.Wrong("`referral --help` shows what it can do.");
            return Exit.BadInput;
        }
        try
        {
            return await parsed.InvokeAsync(settings);
        }
        catch (OperationCanceledException)
        {
            screen.Wrong("Stopped.");
            return Exit.Fault;
        }
        catch (NetworkFault fault)
        {
            screen.Wrong(fault.Message);
            return Exit.Fault;
        }
        catch (Exception fault)
        {
            // The text of an unexpected fault may quote what it stumbled over; where it happened does not.
            screen.Wrong($"A fault of the program: {fault.GetType().Name}");
            screen.Wrong(fault.StackTrace ?? "");
            return Exit.Fault;
        }
    }

    private static RootCommand Build(Screen screen)
    {
        var root = new RootCommand(
            "Referral: a victim's case crosses a border and can be read on the other side.")
        {
            DemoVerb.Build(screen), UpVerb.Build(screen), Journals.VerifyVerb.Build(screen),
            TokenVerb.Build(screen), PackVerb.Build(screen), EraseVerb.Build(screen), TrustVerb.Build(screen),
            BorderVerb.Build(screen), WhyVerb.Build(screen), SoakVerb.Build(screen),
            RenderVerb.Build(screen), EvaluateVerb.Build(screen), NameVerb.Build(screen),
            LetterboxesVerb.Build(screen),
            CertificatesVerb.Build(screen), FoundVerb.Build(screen), PlayVerb.Build(screen),
            MatchVerb.Build(screen), SearchVerb.Build(screen),
            GlossaryVerb.Build(screen), MemoryVerb.Build(screen),
            LoginVerb.Build(screen), LogoutVerb.Build(screen), CaseVerb.Build(screen),
            BatchVerb.Build(screen),
            TrayVerb.Build(screen), TextsVerb.Build(screen),
            StatusVerb.Build(screen), WatchVerb.Build(screen),
            CompletionVerb.Build(screen),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
