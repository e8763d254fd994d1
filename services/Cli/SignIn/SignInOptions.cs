using System.CommandLine;

namespace Referral.Cli.SignIn;

/// <summary>The options that say which gateway, as whom, and in which language one is told.</summary>
internal sealed class SignInOptions
{
    /// <summary>Of what the command itself says; a gateway is asked for the same.</summary>
    public const string LanguageVariable = "REFERRAL_LANGUAGE";

    public Option<string?> Address { get; } = new("--address")
    {
        Description = "gRPC address of the gateway, such as 127.0.0.1:5101; "
            + $"default: {GatewayAddress.Variable}",
    };

    public Option<string?> As { get; } = new("--as")
    {
        Description = "Name of the sign-in, where one person keeps several for one gateway",
    };

    public Option<string?> Language { get; } = new("--language")
    {
        Description = $"lo, th, zh, vi or en; default: {LanguageVariable}, else en",
    };

    public Option<string?> Authority { get; } = new("--authority")
    {
        Description = "PEM file of the one root that is believed, where it is not the system's",
    };

    public SignInOptions()
    {
        Language.AcceptOnlyFromAmong("lo", "th", "zh", "vi", "en");
        As.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } name && !SessionFile.IsName(name))
                given.AddError("--as takes 1 to 64 letters, digits, dots and dashes.");
        });
        Authority.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } file && !File.Exists(file))
                given.AddError("--authority names a file that is not there.");
        });
    }

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { Address, As, Language, Authority }) verb.Options.Add(option);
    }

    public string LanguageOf(ParseResult parsed) => parsed.GetValue(Language)
        ?? (Environment.GetEnvironmentVariable(LanguageVariable) is { } named
            && named is ("lo" or "th" or "zh" or "vi" or "en") ? named : "en");
}
