using System.CommandLine;
using Referral.Language.Transcription;

namespace Referral.Cli.Language;

/// <summary>What the verbs that transcribe share: the scheme, the kind of name, rules only.</summary>
internal sealed class SchemeOptions
{
    private readonly Option<string> _scheme = new("--scheme")
    {
        Description = "Scheme: " + string.Join(", ", Schemes.Keys),
        Required = true,
    };

    private readonly Option<NameKind> _kind = new("--kind")
    {
        Description = "place, person, surname or word; default word",
        DefaultValueFactory = _ => NameKind.Word,
    };

    private readonly Option<bool> _rulesOnly = new("--rules-only")
    {
        Description = "Look no place up in a table: the rules alone",
    };

    public SchemeOptions() => _scheme.AcceptOnlyFromAmong([.. Schemes.Keys]);

    public void AddTo(Command verb)
    {
        verb.Options.Add(_scheme);
        verb.Options.Add(_kind);
        verb.Options.Add(_rulesOnly);
    }

    public string SchemeOf(ParseResult parsed) => parsed.GetValue(_scheme)!;

    public Transcriber Of(ParseResult parsed) =>
        Schemes.Find(SchemeOf(parsed), parsed.GetValue(_kind), parsed.GetValue(_rulesOnly))!;
}
