using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Refusals;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border.Watch;

/// <summary>
/// Tells what happened to one letter, from the rows alone: its content is never opened. Refuses: REF-2440.
/// </summary>
internal static partial class WhyALetter
{
    public const string UnknownHere = "REF-2440";

    public static async Task<Decision<WhyView>> Of(Step step, string letterId, string language)
    {
        if (await step.Db.LettersOut.AsNoTracking().SingleOrDefaultAsync(l => l.LetterId == letterId)
            is { } ours)
        {
            return await Of(step, ours, language);
        }

        // The same id twice is an attack that was refused; what took effect is what is asked for.
        var theirs = await step.Db.LettersIn.AsNoTracking().Where(l => l.LetterId == letterId)
            .OrderBy(l => l.State == (int)RemState.Delivery ? 0 : 1).ThenBy(l => l.Row).FirstOrDefaultAsync();
        return theirs is null ? Refusal.Of(UnknownHere) : await Of(step, theirs, language);
    }

    private static async Task<WhyView> Of(Step step, LetterOutRow letter, string language)
    {
        var fate = LetterFate.Of(letter, await Neighbours.Paused(step, letter.ToCountry),
            step.Identity.Trust.SealKey(letter.ToCountry, step.Now) is not null);
        var view = Told(fate, letter.State, letter.Code, language);
        view.LetterId = letter.LetterId;
        view.Direction = "out";
        view.Country = letter.ToCountry;
        view.Referral = letter.Referral;
        view.Number = (uint)letter.Number;
        view.Kind = letter.Kind;
        view.Attempts = (uint)letter.Attempts;
        view.Since = Timestamp.FromDateTimeOffset(letter.WrittenAt);
        view.LeftAt = At(letter.LeftAt);
        view.NextAttempt = fate.What == "PAUSED" ? null : At(letter.DueAt);
        view.SettledAt = At(letter.SettledAt);
        return view;
    }

    private static async Task<WhyView> Of(Step step, LetterInRow letter, string language)
    {
        var fate = LetterFate.Of(letter);
        var view = Told(fate, letter.State, letter.Code, language);
        view.LetterId = letter.LetterId;
        view.Direction = "in";
        view.Country = letter.Sender;
        view.Referral = letter.Referral;
        view.Number = (uint)letter.Number;
        view.Kind = letter.Kind;
        view.Since = Timestamp.FromDateTimeOffset(letter.ArrivedAt);
        if (fate.What == "WAITS_HERE")
        {
            view.MissingFrom = (uint)await step.Db.Cases.AsNoTracking().Where(c => c.Id == letter.CaseId)
                .Select(c => c.NextIn).SingleOrDefaultAsync();
        }

        return view;
    }

    private static WhyView Told(LetterFate fate, int state, string? code, string language) => new()
    {
        State = FieldViews.LabelOf("rem_state", Step.Text(state), language),
        Side = FieldViews.LabelOf("why_side", fate.Side, language),
        What = FieldViews.LabelOf("why", fate.What, language),
        ToDo = FieldViews.LabelOf("why_do", fate.What, language),
        Code = code ?? "",
        CodeSentence = code is null ? "" : Sentence(code, language),
    };

    // The values that filled the sentence were not kept, so it is told without them.
    private static string Sentence(string code, string language)
    {
        if (!RefusalBook.Shipped.Knows(code))
        {
            return code;
        }

        var text = RefusalBook.Shipped.Find(code).Sentence.GetValueOrDefault("en", "");
        var unsaid = Braces().Matches(text).Select(m => m.Groups[1].Value).Distinct()
            .ToDictionary(name => name, _ => "-", StringComparer.Ordinal);
        var told = RefusalBook.Shipped.Tell(code, language, unsaid);
        return $"{told.Text} {told.Remedy}";
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Braces();

    private static Timestamp? At(DateTimeOffset? moment) =>
        moment is { } at ? Timestamp.FromDateTimeOffset(at) : null;
}
