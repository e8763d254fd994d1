using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;
using Referral.Language.Translation;

namespace Referral.Gateway.Texts;

/// <summary>
/// Makes units of the free texts that this country's desks cannot read, and a task for each. A text that
/// changed begins anew; one that is gone, or was written again in our language, needs nobody any more.
/// </summary>
internal static class OpenTexts
{
    public const string Task = "TRANSLATE";

    /// <summary>The own folder, when a section of it was written.</summary>
    public static async Task OfFolder(Step step, CaseRow row)
    {
        var values = FolderFields.Of(await step.Folder(row));
        var ours = step.Identity.Country.Language;
        var texts = FreeTexts.In(values, ours).Where(text => text.Language != ours).ToList();
        var held = await step.Texts(row);
        if (texts.Count + held.Units.Count == 0)
        {
            return;
        }

        var now = held;
        foreach (var gone in held.Units.Where(unit =>
            !FreeTexts.IsNote(unit.Field) && texts.All(text => text.Field != unit.Field)))
        {
            await Close(step, gone.Id);
            now = now.Without(gone.Field);
        }

        await Keep(step, row, held, now, texts, new Hiding(
            [.. FreeTexts.NamesIn(values)], [.. FreeTexts.PlacesIn(values)]));
    }

    /// <summary>A letter of the other side, when it takes effect.</summary>
    public static async Task OfLetter(Step step, CaseRow row, Letter letter)
    {
        var values = LetterFields.Values(letter);
        var ours = step.Identity.Country.Language;
        var texts = FreeTexts.In(values, DeskLanguages.FirstOf(letter.Head.Languages) ?? "")
            .Where(text => text.Language != ours).ToList();
        if (texts.Count == 0)
        {
            return;
        }

        var held = await step.Texts(row);
        await Keep(step, row, held, held, texts, await Hidden(step, row, values));
    }

    /// <summary>Words beside events, on either side, when an officer wrote some.</summary>
    public static async Task OfNotes(Step step, CaseRow row)
    {
        var ours = step.Identity.Country.Language;
        var texts = (await step.Notes(row)).Texts(ours).Where(text => text.Language != ours).ToList();
        if (texts.Count == 0)
        {
            return;
        }

        var values = row.Side == Sides.Host ? FolderFields.Of(await step.Folder(row)) : [];
        var held = await step.Texts(row);
        await Keep(step, row, held, held, texts, await Hidden(step, row, values));
    }

    // What folder or letter tell, the letters before it, and what the case is found by.
    private static async Task<Hiding> Hidden(Step step, CaseRow row, FieldValues values)
    {
        var card = await step.NameCard(row);
        List<FieldValues> told = [values, .. await Before(step, row)];
        return new(
            [.. card.Names.SelectMany(FreeTexts.WithParts).Concat(told.SelectMany(FreeTexts.NamesIn))
                .Distinct()],
            [.. FreeTexts.PlaceParts(card.Place).Concat(told.SelectMany(FreeTexts.PlacesIn)).Distinct()]);
    }

    private static async Task Keep(
        Step step, CaseRow row, CaseTexts held, CaseTexts now, List<FreeText> texts, Hiding hiding)
    {
        foreach (var text in texts)
        {
            var before = held.Of(text.Field);
            var unit = await Next(step, row, before, text, hiding.In(text.Text));
            now = unit == before ? now : now.With(unit);
        }

        if (now != held)
        {
            await step.WriteTexts(row, now);
        }
    }

    private static async Task<TextUnit> Next(
        Step step, CaseRow row, TextUnit? before, FreeText text, Hiding hiding)
    {
        if (before is not null && before.Unit.Source == text.Text
            && before.Unit.SourceLanguage == text.Language
            && before.IsMaskedAlike(hiding))
        {
            return before;
        }

        var id = before is not null && await IsOpen(step, before.Id) ? before.Id : Opened(step, row);
        var unit = TranslationUnit.New(
            id.ToString("D"), text.Language, step.Identity.Country.Language, text.Text);
        return new TextUnit(id, text.Field, (before?.Revision ?? 0) + 1, hiding.Names,
            Known(unit, step.Now), hiding.Places);
    }

    // A text that is an agreed word and nothing else has its translation already; a person looks at it all
    // the same.
    private static TranslationUnit Known(TranslationUnit unit, DateTimeOffset at) =>
        AgreedWords.OfCases.Whole(unit.Source, unit.SourceLanguage, unit.TargetLanguage) is { } word
            ? unit.FromGlossary(word, at).Unit ?? unit : unit;

    private static Guid Opened(Step step, CaseRow row) =>
        step.OpenTask(row, Task, Posts.OfKind(step.Identity.Country, "TRANSLATION"));

    private static async Task<bool> IsOpen(Step step, Guid task) =>
        await step.Db.Tasks.FindAsync(task) is { DoneAt: null };

    private static async Task Close(Step step, Guid id)
    {
        if (await step.Db.Tasks.FindAsync(id) is { } task)
        {
            task.DoneAt ??= step.Now;
        }
    }

    // Those of letters that came with it stand in this step alone.
    private static async Task<IEnumerable<FieldValues>> Before(Step step, CaseRow row)
    {
        await step.Db.LettersIn.Where(letter => letter.CaseId == row.Id).LoadAsync();
        return step.Db.LettersIn.Local
            .Where(letter => letter.CaseId == row.Id && letter.SealedJws is not null)
            .Select(letter => LetterFields.Values(LetterText.Read(step.JwsOf(letter))));
    }
}
