using System.Text;
using Referral.Language.Transcription;

namespace Referral.Cli.Language;

/// <summary>`referral render`: lines in, each with its form in another script out.</summary>
internal static class RenderVerb
{
    public static Verb Build(Screen screen)
    {
        var shared = new SchemeOptions();
        var verb = new Verb("render",
            "Reads lines, writes each with its form in another script: native, tab, rendered.",
            "echo บัววัน | referral render --scheme rtgs --kind person",
            "referral render --scheme bgn --kind place --rules-only < names.txt");
        shared.AddTo(verb);
        verb.SetAction(async (parsed, stop) =>
        {
            using var lines = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            return await Run(screen, lines, shared.Of(parsed), stop);
        });
        return verb;
    }

    /// <summary>Line by line, so that memory stays flat however long the input is.</summary>
    public static async Task<int> Run(
        Screen screen, TextReader lines, Transcriber transcriber, CancellationToken stop)
    {
        var missed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            // Of a table only the first column is the name.
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var native = tab < 0 ? line : line[..tab];
            var made = transcriber.Of(native);
            screen.Output.Write(native);
            screen.Output.Write('\t');
            screen.Output.Write(made.Text);
            screen.Output.Write('\n');
            if (!made.IsMade) missed[made.Reason] = missed.GetValueOrDefault(made.Reason) + 1;
        }
        screen.Output.Flush();
        foreach (var (reason, count) in missed) screen.Wrong($"{count} without a form: {reason}");
        return Exit.Holds;
    }
}
