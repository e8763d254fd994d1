namespace Referral.Contracts.Vocabulary;

/// <summary>
/// A word shown to a reader. Mark: V found in a source, S believed right, D draft of this project,
/// R reviewed by a native reader. Only R counts as reviewed.
/// </summary>
/// <param name="Text">What is shown.</param>
/// <param name="Language">lo, th, zh, vi or en; und when the code itself is shown.</param>
/// <param name="Mark">V, S, D or R.</param>
/// <param name="IsFallback">The asked language has no label, so English (or the code) is shown.</param>
public sealed record Label(string Text, string Language, string Mark, bool IsFallback = false)
{
    /// <summary>No native reader has checked this text; a page says so beside it.</summary>
    public bool Unreviewed => Mark != "R";
}
