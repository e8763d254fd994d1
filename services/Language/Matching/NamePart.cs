using Referral.Language.Matching.Sounds;

namespace Referral.Language.Matching;

/// One part of a name: as written, how it sounds by each known reading, and whether it is one syllable.
sealed record NamePart(string Written, IReadOnlyList<Spoken> Forms)
{
    public static NamePart Of(string written, IEnumerable<string> sounds) =>
        new(written, [.. sounds.Select(one => new Spoken(one))]);

    public bool IsOneSyllable { get; } = Forms.Count > 0
        && (Forms[0].Sounds.Count(Sound.IsVowel) <= 1 || Skeleton.Of(Forms[0].Sounds).Length <= 2);

    /// Two parts written as one: bua wan, buawan.
    public NamePart With(NamePart next) => new(Written + next.Written,
        [.. Forms.Take(2).SelectMany(one => next.Forms.Take(2).Select(other => one.With(other)))]);

    /// 1 where written the same, nearly 1 where it sounds the same. Below least it may be 0.
    public float Alike(NamePart other, float least = 0)
    {
        if (Written.Equals(other.Written, StringComparison.OrdinalIgnoreCase)) return 1;
        var best = 0f;
        foreach (var one in Forms)
            foreach (var that in other.Forms)
                best = Math.Max(best, one.Alike(that, least));
        // Sounding the same is not being written the same: ties go to the spelling.
        return Math.Min(best, 0.995f);
    }

    /// Keys this part can be found by; two parts that sound alike mostly have one in common.
    public IEnumerable<string> Keys() =>
        Forms.SelectMany(form => Skeleton.Keys(form.Sounds)).Distinct(StringComparer.Ordinal);
}
