namespace Referral.Language.Matching;

/// Compares two descriptions of persons, in whatever scripts they are written.
public static class PersonMatch
{
    // Shares of the facts where both sides know all of them. Own judgement; docs/Matching.md shows what they do.
    internal const double NameWeight = 60, BornWeight = 25, SexWeight = 5, PlaceWeight = 10;

    /// Score and reasons. Never more than a hint: two of one name, age and village exist.
    public static MatchFound Score(MatchPerson asked, MatchPerson held) =>
        Score(new MatchedPerson(asked), new MatchedPerson(held), _ => 1);

    internal static MatchFound Score(MatchedPerson asked, MatchedPerson held, Func<NamePart, double> weight)
    {
        var (agreement, reasons) = BestName(asked, held, weight);
        double sum = agreement * NameWeight, all = NameWeight;
        for (var at = 0; at < reasons.Count; at++)
            reasons[at] = reasons[at] with { Weight = reasons[at].Weight * NameWeight };
        foreach (var reason in Others(asked, held))
        {
            reasons.Add(reason);
            sum += reason.Agreement * reason.Weight;
            all += reason.Weight;
        }
        return new MatchFound(held.Person.Id, Math.Clamp(sum / all, 0, 1), reasons);
    }

    static (double Agreement, List<MatchReason> Reasons) BestName(
        MatchedPerson asked, MatchedPerson held, Func<NamePart, double> weight)
    {
        (double Agreement, List<MatchReason> Reasons) best = (-1, []);
        foreach (var one in asked.Names)
            foreach (var other in held.Names)
            {
                var found = PartAlignment.Of(one, other, weight);
                if (found.Agreement > best.Agreement) best = found;
            }
        return best.Agreement < 0 ? (0, best.Reasons) : best;
    }

    static IEnumerable<MatchReason> Others(MatchedPerson asked, MatchedPerson held)
    {
        var (one, other) = (asked.Person, held.Person);
        if (one.Born is { } born && other.Born is { } heldBorn
            && BirthAgreement.Of(born, heldBorn) is { } birth)
            yield return new(
                MatchTopic.Born, born, heldBorn, birth.Agreement, BornWeight, birth.Because, []);
        if (one.Sex is { Length: > 0 } sex && other.Sex is { Length: > 0 } heldSex
            && sex != "UNKNOWN" && heldSex != "UNKNOWN")
            yield return new(MatchTopic.Sex, sex, heldSex, sex == heldSex ? 1 : -2, SexWeight,
                sex == heldSex ? MatchBecause.Same : MatchBecause.Other, []);
        if (asked.Place.Count > 0 && held.Place.Count > 0)
        {
            var alike = asked.Place.Max(part => held.Place.Max(part.Alike));
            // People move, and a village has many ways to be named: another place speaks against little.
            var counts = alike > 0.85 ? alike : alike > 0.7 ? 0.3 : -0.1;
            yield return new(MatchTopic.Place, one.Place!, other.Place!, counts, PlaceWeight,
                alike >= 1 ? MatchBecause.Same : alike > 0.7 ? MatchBecause.SoundsAlike
                : MatchBecause.Other, []);
        }
    }
}

/// A person whose names and place have been read once, to be compared with many.
sealed class MatchedPerson(MatchPerson person, Func<string, IReadOnlyList<NamePart>> read)
{
    public MatchedPerson(MatchPerson person)
        : this(person, name => NameText.Parts(name))
    {
    }

    public MatchPerson Person => person;

    public IReadOnlyList<IReadOnlyList<NamePart>> Names { get; } =
        [.. person.Names.Select(read).Where(parts => parts.Count > 0)];

    public IReadOnlyList<NamePart> Place { get; } =
        person.Place is { } place ? read(place) : [];
}
