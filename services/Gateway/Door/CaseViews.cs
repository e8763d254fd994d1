using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>A case as this caller may see it, in her language. A field she may not see is absent.</summary>
internal static class CaseViews
{
    public static async Task<CaseView> Of(Step step, CaseRow row, Caller caller)
    {
        var view = new CaseView { Case = row.LocalNumber, Name = Access.CaseNames.Of(row.LocalNumber) };
        if (NeedToKnow.SeesStatus(caller.Sees))
        {
            await Status(step, row, caller, view);
        }

        var beside = new Beside(await step.Texts(row), await step.Names(row));
        var folder = row.Side == Sides.Host ? await step.Folder(row) : null;
        var fields = folder is null
            ? await Received(step, row, caller, beside)
            : FieldViews.Of(folder, step.Identity.Country.Language, caller.Language, PostOf(step), beside);
        var own = folder is not null && caller.Has("CM");
        view.Fields.Add(NeedToKnow.VisibleTo(fields, caller.Sees, own));
        view.Revisions.Add(await step.Revisions(row));
        if (folder is not null)
        {
            // That a text seems to tell of an offence is not for everybody who may open the case.
            view.Warnings.Add(OffenceWords.In(folder)
                .Where(w => caller.Sees.Any(role => NeedToKnow.SeesCodesOf(role, w.Field, own)))
                .Select(w => $"{w.Field}: {w.Offence}").Distinct());
        }

        if (caller.Roles.Any(role => NeedToKnow.Sees(role, "account")))
        {
            view.Notes.Add((await step.Notes(row))
                .Shown(caller.Language, step.Identity.Country.Language, beside.Texts));
        }

        return view;
    }

    // Class P1: nothing of it is for a role that has no part in that.
    private static async Task Status(Step step, CaseRow row, Caller caller, CaseView view)
    {
        var state = await step.StateOf(row);
        view.Referral = row.Referral ?? "";
        view.Side = row.Side;
        view.Host = row.Host;
        view.Origin = row.Origin;
        view.Stage = FieldViews.LabelOf("stage", state?.Stage ?? "", caller.Language);
        if (state is not null)
        {
            view.Holds.Add(Shown(state, caller).Select(h => FieldViews.LabelOf("hold", h, caller.Language)));
            var outside = Holds.ShownOutside(state);
            view.ShownToOtherSide = FieldViews.LabelOf(
                outside == state.Stage ? "stage" : "hold", outside, caller.Language);
        }

        view.Consents.Add(Consents(await step.Ledger(row), caller));
        view.LetterDraft = (await step.Draft(row))?.View();
        if (NeedToKnow.SeesNoteDraft(caller.Sees))
        {
            view.NoteDraft = await NoteDraftViews.Of(step, row, state, caller);
        }
    }

    private static Func<string, Contracts.Vocabulary.Post?> PostOf(Step step) => id =>
        step.Identity.Trust.Members.SelectMany(member => member.Posts).FirstOrDefault(post => post.Id == id);

    // The letters of the other side that took effect, read in the first language that one of them names.
    private static async Task<IReadOnlyList<FieldView>> Received(
        Step step, CaseRow row, Caller caller, Beside beside)
    {
        var letters = await Letters(step, row);
        var written = DeskLanguages.FirstOf(letters.SelectMany(l => l.Head.Languages));
        return FieldViews.Of(
            letters, written ?? step.Identity.Country.Language, caller.Language, PostOf(step), beside);
    }

    /// <summary>Letters of the other side that took effect, in their order.</summary>
    public static async Task<IReadOnlyList<Letter>> Letters(Step step, CaseRow row)
    {
        var rows = await step.Db.LettersIn.AsNoTracking()
            .Where(l => l.CaseId == row.Id && l.State == (int)RemState.Delivery)
            .OrderBy(l => l.Number).ToListAsync();
        return [.. rows.Where(l => l.SealedJws is not null)
            .Select(l => Border.LetterText.Read(step.JwsOf(l)))
            // What was asked and answered is no field of the case: it stands in ListQuestions.
            .Where(l => Agreements.LetterPurpose.QuestionIn(l) is null)];
    }

    // Why a case is protected is for those who care for the person; anyone else sees a hold like any other.
    private static IEnumerable<string> Shown(ICaseState state, Caller caller) =>
        Holds.Of(state).Select(h => h == Holds.Protection && !caller.Has("CM") ? Holds.Consent : h);

    private static IEnumerable<ConsentView> Consents(CaseFile.Ledger ledger, Caller caller) =>
        ledger.Latest.Select(e =>
        new ConsentView
        {
            Scope = FieldViews.LabelOf("consent_scope", e.Scope, caller.Language),
            State = FieldViews.LabelOf("consent_state", e.State, caller.Language),
            HappenedOn = e.HappenedOn,
            Entry = (uint)e.Number,
        });
}
