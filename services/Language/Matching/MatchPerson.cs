namespace Referral.Language.Matching;

/// A person as somebody describes her, asked for or held. What is not known is null, and counts for nothing.
/// Names: as written, in any script; all of them hers. Born: yyyy, yyyy-MM or yyyy-MM-dd, Gregorian.
/// Sex: a code of list sex. Place: as written.
public sealed record MatchPerson(
    string Id, IReadOnlyList<string> Names, string? Born = null, string? Sex = null, string? Place = null);

/// Somebody who may be the one asked for, and why. It never says that she is: a person decides that.
/// Score: 0 to 1. Two who agree in less known facts may have the same score as two who agree in many.
public sealed record MatchFound(string Id, double Score, IReadOnlyList<MatchReason> Reasons);

/// What one fact counted. Agreement: 1 agrees, 0 tells nothing, below 0 speaks against. Weight: its share,
/// before it is divided by the weights of all facts both sides know. Because: a code of MatchBecause.
/// Keys: what both forms have in common where it is a name.
public sealed record MatchReason(
    MatchTopic Topic, string Asked, string Held, double Agreement, double Weight, string Because,
    IReadOnlyList<string> Keys);

public enum MatchTopic { Name, Born, Sex, Place }

/// Why a fact counted what it counted. Codes, so that each reader gets them in her language.
public static class MatchBecause
{
    public const string SameAsWritten = "SAME_AS_WRITTEN";
    public const string SoundsTheSame = "SOUNDS_THE_SAME";
    public const string SoundsAlike = "SOUNDS_ALIKE";
    public const string WrittenTogether = "WRITTEN_TOGETHER";
    public const string NothingAlike = "NOTHING_ALIKE";
    public const string NotAskedFor = "NOT_ASKED_FOR";
    public const string SameDay = "SAME_DAY";
    public const string SameMonth = "SAME_MONTH";
    public const string SameYear = "SAME_YEAR";
    public const string DayAndMonthSwapped = "DAY_AND_MONTH_SWAPPED";
    public const string EraConfused = "ERA_CONFUSED";
    public const string YearNear = "YEAR_NEAR";
    public const string OtherDay = "OTHER_DAY";
    public const string OtherBirth = "OTHER_BIRTH";
    public const string Same = "SAME";
    public const string Other = "OTHER";
}
