using Referral.Contracts.Desk;
using Referral.Gateway.Door;

namespace Referral.Gateway.Texts;

/// <summary>
/// A second person has read a person's draft against its source. Refuses: the translator (REF-2704); a
/// machine's text or an agreed word, which nobody wrote (REF-2705).
/// </summary>
internal static class ReviewText
{
    public static async Task<Decision<FoundText>> Do(Step step, Caller caller, ReviewTextRequest request)
    {
        var found = await FindText.At(step, caller, request.Text, request.Revision);
        return found.Refused ? found
            : await DraftText.Keep(step, found.Outcome, caller,
                found.Outcome.Unit.Unit.Reviewed(caller.Account, step.Now));
    }
}
