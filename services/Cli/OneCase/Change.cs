using System.CommandLine;
using Referral.Cli.Desk;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>What all changes of a case share: the case, the request id, the day.</summary>
internal sealed class Change(Screen screen)
{
    private readonly DeskOptions _shared = new();

    private readonly Option<string?> _id = new("--request-id")
    {
        Description = "UUID of this change; the same one again, with the same words, has its effect once. "
            + "Default: a new one",
    };

    /// <summary>Name, local number or referral number.</summary>
    public Argument<string> Case { get; } = new("CASE")
    {
        Description = "Number of the case, or of the referral",
    };

    /// <summary>Day on which it happened.</summary>
    public Option<string?> On { get; } = new("--on")
    {
        Description = "Day on which it happened, Gregorian yyyy-MM-dd; default: today",
    };

    /// <summary>Makes the verb a change.</summary>
    /// <param name="verb">The verb, with its own arguments.</param>
    /// <param name="work">What it asks, with the request id.</param>
    public Verb Of(Verb verb, Func<ParseResult, Door, CasesClient, string, Task<int>> work)
    {
        _id.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && !Guid.TryParseExact(text, "D", out _))
                given.AddError("--request-id is a UUID.");
        });
        verb.Options.Add(_id);
        _shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) =>
        {
            var id = parsed.GetValue(_id) ?? Guid.CreateVersion7().ToString();
            return Door.With(screen, _shared.Of(parsed), $"Make it again with --request-id {id}",
                door => work(parsed, door, new CasesClient(door.Calls), id), cancellation);
        });
        return verb;
    }

    /// <summary>A request id was named, so the words must be the same as the first time.</summary>
    public bool IsRepeat(System.CommandLine.Parsing.SymbolResult given) => given.GetValue(_id) is not null;
}
