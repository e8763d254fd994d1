using Spectre.Console;

namespace Referral.Cli;

/// <summary>Where the command writes: colour on a terminal alone, plain lines everywhere else.</summary>
internal sealed class Screen
{
    // Redirected output has no width; a line is never broken there.
    private const int EndlessWidth = 10_000;

    private readonly IAnsiConsole _console;
    private readonly bool _terminal;
    private readonly Lock _turn = new();

    private Screen(TextWriter output, TextWriter errors, bool terminal)
    {
        (Output, Errors, _terminal) = (output, errors, terminal);
        // no-color.org: whoever sets it to anything wants none.
        var colours = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!terminal) _console.Profile.Width = EndlessWidth;
    }

    public TextWriter Output { get; }

    public TextWriter Errors { get; }

    public static Screen OfConsole()
    {
        // Lao and Thai must come out as they are, whatever the machine's own encoding is.
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, !Console.IsOutputRedirected);
    }

    /// <summary>For tests: plain text.</summary>
    public static Screen To(TextWriter output) => new(output, output, terminal: false);

    public void Line(string text = "") => Write(text, Style.Plain);

    public void Title(string text)
    {
        Line();
        Write(text, new Style(Color.Aqua, decoration: Decoration.Bold));
    }

    public void Quiet(string text) => Write(text, new Style(decoration: Decoration.Dim));

    public void Good(string text) => Write(text, new Style(Color.Green));

    public void Bad(string text) => Write(text, new Style(Color.Red));

    /// <summary>A table with a border on a terminal, columns of spaces everywhere else.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = _terminal ? TableBorder.Rounded : TableBorder.None };
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)));
        table.ShowHeaders = columns.Any(column => column.Length > 0);
        foreach (var row in rows) table.AddRow([.. row.Select(cell => new Text(Plain.Of(cell)))]);
        lock (_turn) _console.Write(table);
    }

    public void Wrong(string text)
    {
        lock (_turn) Errors.WriteLine(Plain.Lines(text));
    }

    // Several gateways tell what they do at the same time: a line is written whole.
    private void Write(string text, Style style)
    {
        lock (_turn) _console.WriteLine(Plain.Lines(text), style);
    }
}
