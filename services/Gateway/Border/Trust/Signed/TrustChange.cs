namespace Referral.Gateway.Border.Trust;

/// <summary>
/// What a new version may change. Each refuses REF-2428 or REF-2429 where it does not fit the list.
/// </summary>
public static class TrustChange
{
    /// <summary>
    /// Days an older key stays current beside its successor: members install a list at different hours, and
    /// letters fly meanwhile. After them it verifies and opens, but never signs.
    /// </summary>
    public const int OverlapDays = 7;

    /// <summary>A new member with its keys and posts.</summary>
    public static Decision<TrustContent> Add(TrustContent list, Member member) =>
        list.Members.Any(m => m.Country == member.Country)
            ? TrustRefusals.Wrong($"{member.Country} is a member already; its new keys go on by rotate")
            : list with { Members = [.. list.Members, member] };

    /// <summary>
    /// A member's new keys, posts and schema versions. Keys held stay with what the list says of them,
    /// revoked ones too; an older key ends when its successor has been current for the overlap.
    /// </summary>
    public static Decision<TrustContent> Rotate(TrustContent list, Member published)
    {
        if (list.Members.FirstOrDefault(m => m.Country == published.Country) is not { } held)
            return TrustRefusals.Wrong($"{published.Country} is no member; add it");
        var made = published.Keys.Where(k => held.Keys.All(h => h.Kid != k.Kid)).ToList();
        var keys = held.Keys.Select(old => Ended(old, made)).Concat(made).ToList();
        return With(list, published with { Keys = keys });
    }

    /// <summary>Lost or stolen: nothing it signed counts any more, nothing is sealed to it.</summary>
    /// <param name="list">The list in force.</param>
    /// <param name="kid">Of a key on it.</param>
    /// <param name="since">From when it must not be believed: when it was lost, as far as is known.</param>
    public static Decision<TrustContent> Revoke(TrustContent list, string kid, DateTimeOffset since)
    {
        var at = TrustContent.WholeSecond(since);
        var member = list.Members.FirstOrDefault(m => m.Keys.Any(k => k.Kid == kid && !k.Revoked));
        return member is null
            ? TrustRefusals.Wrong("no such key on the list, or revoked before")
            : With(list, member with
            {
                Keys = [.. member.Keys.Select(
                    k => k.Kid == kid ? k with { Revoked = true, RevokedAt = at } : k)],
            });
    }

    /// <summary>Another person in an administrator's place, or a new key of hers.</summary>
    public static Decision<TrustContent> ReplaceAdministrator(
        TrustContent list, string kid, Administrator successor) =>
        list.Administrators.All(a => a.Kid != kid)
            ? TrustRefusals.Administrators("no such administrator")
            : list with
            {
                Administrators = [.. list.Administrators.Select(a => a.Kid == kid ? successor : a)],
            };

    private static MemberKey Ended(MemberKey old, List<MemberKey> made)
    {
        var successor = made.Where(k => k.Use == old.Use).MinBy(k => k.From);
        var end = successor?.From.AddDays(OverlapDays);
        return end < old.Until && end > old.From ? old with { Until = end.Value } : old;
    }

    private static TrustContent With(TrustContent list, Member changed) => list with
    {
        Members = [.. list.Members.Select(m => m.Country == changed.Country ? changed : m)],
    };
}
