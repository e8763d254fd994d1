using Referral.Contracts.Letters;
using Referral.Gateway.Questions;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>What a settled letter of ours means at home: a clock starts, or the desk must look.</summary>
internal static class SentLetters
{
    public static async Task Settled(Step step, CaseRow row, LetterOutRow letter)
    {
        await SentQuestions.Settled(step, row, letter);
        if (letter.State == (int)RemState.Delivery)
        {
            await Status.Clocks.Moved(step, row, $"{letter.Kind}.delivered");
            return;
        }

        step.OpenTask(
            row, "LETTER_REFUSED", Posts.OfKind(step.Identity.Country, "HOME_DESK"), null, letter.LetterId);
    }
}
