using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Agreements;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Agreements;

/// <summary>
/// Turns an agreement's switch: one person proposes, another confirms, and one of the two is of the ministry
/// of foreign affairs. Refuses: REF-2207 to REF-2209. Source: roles, separation of duties 6 (mark P).
/// </summary>
internal static class SwitchAgreement
{
    public const string NotOurs = "REF-2208";
    public const string NotOperable = "REF-2209";
    public const string NothingProposed = "REF-2210";
    public const string SecondPersonMissing = "REF-2211";

    public static async Task<Refusal?> Propose(
        Step step, ProposeSwitchRequest request, string account, string post)
    {
        var instrument = OurInstrument(step, request.Agreement);
        if (instrument is null)
        {
            return Refusal.Of(NotOurs, ("instrument", "-"));
        }

        var status = request.Status.Length > 0
            ? request.Status : (await step.Register()).StatusAt(instrument, step.Now);
        if (!VocabularyBook.Shipped.Knows("instrument_status", status)
            || (request.Operated
                && status is not (InstrumentStatus.InForce or InstrumentStatus.SignedNotConfirmed)))
        {
            return Refusal.Of(NotOperable, ("instrument", instrument.Id),
                ("status", VocabularyBook.Shipped.Knows("instrument_status", status) ? status : "-"));
        }

        await DropProposals(step, instrument.Id);
        step.Db.Switches.Add(new SwitchRow
        {
            Instrument = instrument.Id,
            Operated = request.Operated,
            Status = request.Status.Length > 0 ? request.Status : null,
            FirstOfficer = account,
            FirstPost = post,
            ProposedAt = step.Now,
        });
        await step.JournalBorder("switch-proposed", ("instrument", instrument.Id),
            ("operated", request.Operated ? "yes" : "no"), ("post", post));
        return null;
    }

    public static async Task<Refusal?> Confirm(
        Step step, ConfirmSwitchRequest request, string account, string post)
    {
        var proposal = await step.Db.Switches.FirstOrDefaultAsync(
            s => s.Instrument == request.Agreement && s.Since == null);
        if (proposal is null)
        {
            return Refusal.Of(
                NothingProposed, ("instrument", InstrumentBook.Shipped.Find(request.Agreement)?.Id ?? "-"));
        }

        var ministry = step.Identity.Country.Posts.Where(p => p.Kind == "MINISTRY_FOREIGN_AFFAIRS")
            .Select(p => p.Id).ToList();
        if (proposal.FirstOfficer == account
            || !(ministry.Contains(post) || ministry.Contains(proposal.FirstPost)))
        {
            return Refusal.Of(SecondPersonMissing, ("instrument", proposal.Instrument));
        }

        proposal.SecondOfficer = account;
        proposal.Since = step.Now;
        await step.JournalBorder("switch-turned", ("instrument", proposal.Instrument),
            ("operated", proposal.Operated ? "yes" : "no"), ("status", proposal.Status ?? "unchanged"),
            ("first_post", proposal.FirstPost), ("post", post));
        return null;
    }

    public static Instrument? OurInstrument(Step step, string id) =>
        InstrumentBook.Shipped.Find(id) is { } found
            && (found.Parties.Contains(step.Us) || found.Parties.Contains("*"))
            ? found : null;

    private static async Task DropProposals(Step step, string instrument) =>
        step.Db.Switches.RemoveRange(
            await step.Db.Switches.Where(s => s.Instrument == instrument && s.Since == null).ToListAsync());
}
