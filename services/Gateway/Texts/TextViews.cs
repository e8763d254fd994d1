using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;
using Referral.Language.Translation;

namespace Referral.Gateway.Texts;

/// <summary>Units as a translator sees them: masked, without a case.</summary>
internal static class TextViews
{
    private const string What = "texts";

    public static async Task<Decision<TextList>> List(
        Step step, ListTextsRequest request, Caller caller, CallerTokens tokens)
    {
        var size = PagePlace.Size(request.PageSize);
        var place = PagePlace.Read(tokens, caller, What, request.PageToken);
        if (place.Refused)
        {
            return place.Refusal;
        }

        var (at, skip) = place.Outcome;
        var tasks = await step.Db.Tasks.AsNoTracking()
            .Where(t => t.Post == caller.Post && t.DoneAt == null && t.OpenedAt >= at
                && t.Kind == OpenTexts.Task)
            .OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Skip(skip).Take(size + 1).ToListAsync();
        var shown = tasks.Take(size).ToList();
        var list = new TextList
        {
            NextPageToken = tasks.Count <= size ? ""
                : place.Outcome.After([.. shown.Select(task => task.OpenedAt)]).Seal(tokens, caller, What),
        };
        await step.LoadTexts([.. shown.Select(task => task.CaseId).Distinct()]);
        foreach (var task in shown)
        {
            var found = await FindText.Of(step, caller, task.Id.ToString("D"));
            if (!found.Refused)
            {
                list.Texts.Add(Line(found.Outcome, caller.Language));
            }
        }

        return list;
    }

    public static TextView One(FoundText found, string language)
    {
        var view = Line(found, language);
        var unit = found.Unit.Unit;
        view.Source = found.Unit.Masked().Text;
        view.Draft = unit.Target;
        if (unit.Target.Length > 0)
        {
            view.MissingWords.Add(AgreedWords.Missing(
                view.Source, view.Draft, unit.SourceLanguage, unit.TargetLanguage));
        }

        return view;
    }

    private static TextView Line(FoundText found, string language) => new()
    {
        Name = FindText.Collection + found.Unit.Id.ToString("D"),
        Field = FreeTexts.IsNote(found.Unit.Field) ? FieldViews.LabelOf("screen", "note", language)
            : FieldViews.LabelOf("field", found.Unit.Field, language),
        SourceLanguage = found.Unit.Unit.SourceLanguage,
        TargetLanguage = found.Unit.Unit.TargetLanguage,
        State = FieldViews.LabelOf(
            "translation_state", TranslationStates.CodeOf(found.Unit.Unit.State), language),
        Revision = (uint)found.Unit.Revision,
        Characters = (uint)found.Unit.Unit.Source.Length,
        OpenedAt = Timestamp.FromDateTimeOffset(found.Task.OpenedAt),
    };
}
