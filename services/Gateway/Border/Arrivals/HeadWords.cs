using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Repatriation;

namespace Referral.Gateway.Border;

/// <summary>
/// What of a neighbour's letterhead may stand in clear, in tables, journal and log: only what has the form of
/// a code, for whatever else was written there may be a name.
/// </summary>
internal static class HeadWords
{
    /// <summary>The kind where the catalogue has it; else "?".</summary>
    public static string KindOf(Letterhead head) =>
        head.Kind == LetterKinds.Void || LetterBook.Shipped.Find(head.Kind) is not null ? head.Kind : "?";

    /// <summary>The referral number; empty where it is none.</summary>
    public static string ReferralOf(Letterhead head) =>
        ReferralNumber.TryParse(head.Referral, out _) ? head.Referral : "";
}
