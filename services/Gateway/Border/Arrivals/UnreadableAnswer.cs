using Google.Protobuf;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border;

/// <summary>
/// The answer to a pouch that cannot be opened or is not what it says: journalled by its token's hash, and
/// answered to the sender that the carrier verified, never to the address outside. It settles nothing.
/// </summary>
internal static class UnreadableAnswer
{
    public static async Task<int> Give(Step step, string? sender, byte[] tokenSha256, string code)
    {
        step.Count(meters => meters.PouchUnreadable());
        await step.JournalBorder("pouch-unreadable", ("sender", sender ?? ""),
            ("token_sha256", Convert.ToHexStringLower(tokenSha256)), ("code", code));
        if (sender is null || sender == step.Us || step.Identity.Trust.Of(sender) is null)
        {
            return 0;
        }

        var answer = new ReceiptDraft(step, sender, "");
        answer.Unreadable(tokenSha256, code);
        await answer.Write();
        return 1;
    }
}
