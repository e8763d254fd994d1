using Referral.Contracts.Letters;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border.Watch;

/// <summary>What became of a letter and whose move it is.</summary>
/// <param name="What">Code of lists why and why_do.</param>
/// <param name="Side">Code of list why_side.</param>
internal sealed record LetterFate(string What, string Side)
{
    private const string Ours = "OURS";
    private const string Nobody = "NOBODY";

    /// <summary>A letter of ours.</summary>
    /// <param name="letter">Its row.</param>
    /// <param name="paused">Letters are not sent again to its receiver.</param>
    /// <param name="canSeal">The trust list has a current key to seal to its receiver.</param>
    public static LetterFate Of(LetterOutRow letter, bool paused, bool canSeal) =>
        (RemState)letter.State switch
        {
            RemState.SubmissionRejection => new("VOIDED", Nobody),
            RemState.RelayRejection or RemState.NonDelivery => new("REFUSED_THERE", Ours),
            RemState.Delivery => new("DELIVERED", Nobody),
            // Nothing else takes a letter out of the outbox without settling it.
            _ when letter.DueAt is null => new("ERASED", Nobody),
            _ when !canSeal => new("NO_KEY", Ours),
            _ when letter.LeftAt is null => new("NOT_LEFT", Ours),
            // What it waits for is an earlier letter of ours.
            RemState.RelayAcceptance => new("HELD_THERE", Ours),
            _ when paused && !letter.AskedAgain => new("PAUSED", Ours),
            RemState.RelayFailure => new("CARRIER", "CARRIER"),
            _ => new("UNANSWERED", "THEIRS"),
        };

    /// <summary>A letter of theirs.</summary>
    public static LetterFate Of(LetterInRow letter) => (RemState)letter.State switch
    {
        RemState.Delivery => new("TOOK_EFFECT", Nobody),
        RemState.RelayAcceptance => new("WAITS_HERE", "THEIRS"),
        _ => new("REFUSED_HERE", "THEIRS"),
    };
}
