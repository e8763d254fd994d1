using System.CommandLine;
using Referral.Cli.Desk;
using Referral.Cli.SignIn;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>One change that is about to be asked.</summary>
/// <param name="Ask">Asks it and prints the answer.</param>
/// <param name="Again">After no answer: how to go on.</param>
/// <param name="Kept">File with what was typed, until it is taken; null where nothing had to be kept.</param>
internal sealed record Asking(
    Func<Door, CasesClient, Task<int>> Ask, Func<string?> Again, string? Kept = null);

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
    public Verb Of(Verb verb, Func<ParseResult, Door, CasesClient, string, Task<int>> work) =>
        Of(verb, (parsed, id) => Task.FromResult<Told<Asking>>(new Asking(
            (door, cases) => work(parsed, door, cases, id), () => $"Make it again with --request-id {id}")));

    /// <summary>Makes the verb a change that reads something first.</summary>
    /// <param name="verb">The verb, with its own arguments.</param>
    /// <param name="read">Reads what is to be asked, with the request id, before any line is tried.</param>
    public Verb Of(Verb verb, Func<ParseResult, string, Task<Told<Asking>>> read)
    {
        _id.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && !Guid.TryParseExact(text, "D", out _))
                given.AddError("--request-id is a UUID.");
        });
        verb.Options.Add(_id);
        _shared.AddTo(verb);
        verb.SetAction(async (parsed, cancellation) =>
        {
            var asked = _shared.Of(parsed);
            var told = await read(parsed, parsed.GetValue(_id) ?? Guid.CreateVersion7().ToString());
            if (told.Given is not { } asking) return Door.Tell(screen, asked, told.No!);
            var end = await Door.With(screen, asked, asking.Again,
                door => asking.Ask(door, new CasesClient(door.Calls)), cancellation);
            Unsent.End(screen, asking.Kept, taken: end == Exit.Holds);
            return end;
        });
        return verb;
    }

    /// <summary>A request id was named, so the words must be the same as the first time.</summary>
    public bool IsRepeat(System.CommandLine.Parsing.SymbolResult given) => given.GetValue(_id) is not null;
}
