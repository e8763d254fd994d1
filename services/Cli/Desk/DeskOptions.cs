using System.CommandLine;
using Referral.Cli.SignIn;

namespace Referral.Cli.Desk;

/// <summary>
/// What every verb that asks a gateway is given: which, as whom, how long, and how to print.
/// </summary>
internal sealed class DeskOptions
{
    private const int SecondsDefault = 20;
    private const int SecondsMax = 300;

    private readonly SignInOptions _signIn = new();

    private readonly Option<string?> _tokenFile = new("--token-file")
    {
        Description = "File with a token, instead of `referral login`; - reads one line of input",
    };

    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "PEM file with the certificate of a system and its key, instead of `referral login`",
    };

    private readonly Option<Output> _output = new("--output")
    {
        Description = "table, json or csv", DefaultValueFactory = _ => Output.Table,
        CustomParser = read => Enum.Parse<Output>(read.Tokens[0].Value, ignoreCase: true),
    };

    private readonly Option<int> _seconds = new("--timeout")
    {
        Description = $"Seconds that one try may take, 1 to {SecondsMax}; a try without an answer is made "
            + "again, three times at most",
        DefaultValueFactory = _ => SecondsDefault,
    };

    public DeskOptions()
    {
        _output.AcceptOnlyFromAmong("table", "json", "csv");
        _seconds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > SecondsMax)
                given.AddError($"--timeout is 1 to {SecondsMax} seconds.");
        });
    }

    public void AddTo(Command verb)
    {
        _signIn.AddTo(verb);
        foreach (var option in new Option[] { _tokenFile, _certificate, _output, _seconds })
            verb.Options.Add(option);
        verb.Validators.Add(given =>
        {
            if (given.GetValue(_tokenFile) is not null && given.GetValue(_certificate) is not null)
                given.AddError("--token-file or --certificate, not both.");
        });
    }

    public Asked Of(ParseResult parsed) => new(
        parsed.GetValue(_signIn.Address), parsed.GetValue(_signIn.As), _signIn.LanguageOf(parsed),
        TimeSpan.FromSeconds(parsed.GetValue(_seconds)))
    {
        TokenFile = parsed.GetValue(_tokenFile),
        Certificate = parsed.GetValue(_certificate),
        Authority = parsed.GetValue(_signIn.Authority),
        Output = parsed.GetValue(_output),
    };
}

/// <summary>How an answer is printed.</summary>
internal enum Output
{
    /// <summary>For a person.</summary>
    Table,

    /// <summary>The message of the contracts, as REST has it; one a line for a stream.</summary>
    Json,

    /// <summary>Rows for a sheet, RFC 4180, with the names of the columns first.</summary>
    Csv,
}

/// <summary>What was asked for beside the verb's own words.</summary>
internal sealed record Asked(string? Address, string? As, string Language, TimeSpan Patience)
{
    public string? TokenFile { get; init; }

    public string? Certificate { get; init; }

    public string? Authority { get; init; }

    public Output Output { get; init; }
}
