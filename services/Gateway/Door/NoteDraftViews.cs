using Referral.Contracts.Agreements;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>The draft of a note verbale, offered where no agreement of the pair is operated. Nothing of it has left.</summary>
internal static class NoteDraftViews
{
    public static async Task<NoteDraftView?> Of(Step step, CaseRow row, ICaseState? state, Caller caller)
    {
        var waiting = state?.Stage is nameof(HostCaseMachine.DiplomaticChannel) or nameof(HostCaseMachine.ReadyToNotify);
        if (row.Side != Sides.Host || !waiting || Holds.Has(state!, Holds.Protection)
            || Notice.NothingOperated(row, await step.Register(), step.Now) is not null)
        {
            return null;
        }

        var instrument = InstrumentBook.Shipped.Between(row.Host, row.Origin).FirstOrDefault(i => i.Kind == "BILATERAL_TIP");
        var ministry = Posts.OfKind(step.Identity.Country, "MINISTRY_FOREIGN_AFFAIRS");
        var embassy = Posts.EmbassyAt(step.Identity.Trust, row.Other, step.Us) ?? "";
        return new NoteDraftView
        {
            Instrument = instrument?.Id ?? "",
            InstrumentTitle = instrument?.Title ?? "",
            Status = FieldViews.LabelOf("instrument_status", instrument?.Status ?? "NONE", caller.Language),
            Mark = instrument?.Mark ?? "",
            Source = instrument?.Source ?? "",
            MinistryPost = ministry,
            EmbassyPost = embassy,
            Text = NoteText.Of(step, row, instrument, ministry, embassy, caller.Language),
        };
    }
}
