using Referral.Contracts.Desk;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// Intake: a case with a local number. Nothing leaves the country, and no referral number is taken.
/// </summary>
internal static class RegisterPresumedVictim
{
    public static async Task<Decision<CaseRow>> Do(Step step, CreateCaseRequest request, string post)
    {
        if (Decide(step.Us, request.Origin, step.Identity.Trust) is { } refusal)
        {
            return refusal;
        }

        var day = HappenedOn.Read(request.HappenedOn, step.Today);
        if (day.Refused)
        {
            return day.Refusal;
        }

        var head = FolderChecks.Check(
            new Section { Head = request.Head ?? new HeadSection() }, step.Us, step.Today);
        if (head.Refused)
        {
            return head.Refusal;
        }

        var row = await step.OpenCase(step.Us, request.Origin, referral: null);
        await step.WriteSection(row, head.Outcome);
        await CaseMoves.Move(step, row, nameof(PresumedVictimRegistered),
            new PresumedVictimRegistered(row.Id), new Happening(day.Outcome, post));
        return row;
    }

    internal static Refusal? Decide(string us, string origin, TrustList trust)
    {
        if (origin == us)
        {
            return Refusal.Of(Refusals.ToItself, ("country", us));
        }

        return trust.Of(origin) is null
            ? Refusal.Of("REF-2305", ("field", "origin_claimed"), ("value", "-")) : null;
    }
}
