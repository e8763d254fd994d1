using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>
/// The draft of a note verbale, offered where no agreement of the pair is operated. Nothing of it has left.
/// </summary>
internal static class NoteDraftViews
{
    public static async Task<NoteDraftView?> Of(Step step, CaseRow row, ICaseState? state, Caller caller)
    {
        var waiting = state?.Stage
            is nameof(HostCaseMachine.DiplomaticChannel) or nameof(HostCaseMachine.ReadyToNotify);
        if (row.Side != Sides.Host || !waiting || Holds.Has(state!, Holds.Protection)
            || Notice.NothingOperated(row, await step.Register(), step.Now) is not null)
        {
            return null;
        }

        var country = step.Identity.Country;
        var instrument = NoteDraft.InstrumentOf(row.Host, row.Origin);
        var embassy = Posts.EmbassyAt(step.Identity.Trust, row.Other, step.Us);
        return NoteDraft.Of(new NoteAsked(
            instrument, (await step.Register()).StatusAt(instrument, step.Now), row.Host, row.Origin,
            country.PostOf("MINISTRY_FOREIGN_AFFAIRS"),
            step.Identity.Trust.Of(row.Other)?.Posts.FirstOrDefault(p => p.Id == embassy), step.Today),
            caller.Language);
    }
}
