namespace Referral.Language.Matching;

/// Compares two descriptions of persons, in whatever scripts they are written.
public static class PersonMatch
{
    // Shares of the facts where both sides know all of them. Own judgement; docs/Matching.md says what they
    // do.
    internal const double NameWeight = 60;
    const double BornWeight = 25, SexWeight = 5, PlaceWeight = 10;

    /// Score and reasons. Never more than a hint: two of one name, age and village exist.
    public static MatchFound Score(MatchPerson asked, MatchPerson held) =>
        Explain(new MatchedPerson(asked), new MatchedPerson(held), _ => 1);

    /// One that is asked for among many: her name is read once, and so is a part that several of them bear.
    /// Score(asked, held) in two steps; for one caller at a time.
    public sealed class Asked(MatchPerson person)
    {
        readonly MatchedPerson _asked = new(person);
        readonly Dictionary<string, NamePart> _read = new(StringComparer.Ordinal);

        public double Score(MatchPerson held) => PersonMatch.Score(_asked, Read(held), _ => 1);

        public MatchFound Explain(MatchPerson held) => PersonMatch.Explain(_asked, Read(held), _ => 1);

        MatchedPerson Read(MatchPerson held) => new(held, Part);

        NamePart Part(string written)
        {
            if (!_read.TryGetValue(written, out var part)) _read[written] = part = NameText.Part(written);
            return part;
        }
    }

    internal static MatchFound Explain(MatchedPerson asked, MatchedPerson held, Func<NamePart, double> weight)
    {
        var (_, reasons) = BestName(asked, held, weight);
        return new MatchFound(
            held.Person.Id, Score(asked, held, weight), [.. reasons, .. Others(asked, held)]);
    }

    internal static double Score(MatchedPerson asked, MatchedPerson held, Func<NamePart, double> weight)
    {
        double sum = BestName(asked, held, weight).Agreement * NameWeight, all = NameWeight;
        foreach (var reason in Others(asked, held))
        {
            sum += reason.Agreement * reason.Weight;
            all += reason.Weight;
        }
        return Math.Clamp(sum / all, 0, 1);
    }

    static (double Agreement, IEnumerable<MatchReason> Reasons) BestName(
        MatchedPerson asked, MatchedPerson held, Func<NamePart, double> weight)
    {
        (double Agreement, IEnumerable<MatchReason> Reasons) best = (0, []);
        foreach (var one in asked.Names)
            foreach (var other in held.Names)
            {
                var pairs = PartAlignment.Of(one, other);
                var agreement = PartAlignment.Agreement(one, other, pairs, weight);
                if (agreement > best.Agreement || best.Reasons is MatchReason[])
                    best = (agreement, PartAlignment.Reasons(one, other, pairs, weight));
            }
        return best;
    }

    static IEnumerable<MatchReason> Others(MatchedPerson asked, MatchedPerson held)
    {
        var (one, other) = (asked.Person, held.Person);
        if (one.Born is { } born && other.Born is { } heldBorn
            && BirthAgreement.Of(born, heldBorn) is { } birth)
            yield return new(
                MatchTopic.Born, born, heldBorn, birth.Agreement, BornWeight, birth.Because, []);
        if (Known(one.Sex) is { } sex && Known(other.Sex) is { } heldSex)
            yield return new(MatchTopic.Sex, sex, heldSex, sex == heldSex ? 1 : -2, SexWeight,
                sex == heldSex ? MatchBecause.Same : MatchBecause.Other, []);
        if (one.Place is { } place && other.Place is { } heldPlace && asked.Place.Count > 0
            && held.Place.Count > 0)
        {
            var alike = asked.Place.Max(part => held.Place.Max(there => part.Alike(there)));
            // People move, and a village has many ways to be named: another place speaks against little.
            yield return new(MatchTopic.Place, place, heldPlace,
                alike > 0.85 ? alike : alike > 0.7 ? 0.3 : -0.1, PlaceWeight,
                alike >= 1 ? MatchBecause.Same : alike > 0.7 ? MatchBecause.SoundsAlike
                : MatchBecause.Other, []);
        }
    }

    static string? Known(string? sex) => sex is null or "" or "UNKNOWN" ? null : sex;
}

/// A person whose names have been read once, to be compared with many; the place is read when asked for.
sealed class MatchedPerson(MatchPerson person, IReadOnlyList<NameSpans> names)
{
    public MatchedPerson(MatchPerson person, Func<string, NamePart>? read = null)
        : this(person, [.. person.Names.Select(name => NameText.Parts(name, read))
            .Where(parts => parts.Count > 0).Select(parts => new NameSpans(parts))])
    {
    }

    public MatchPerson Person => person;

    public IReadOnlyList<NameSpans> Names => names;

    public IReadOnlyList<NamePart> Place => field ??= person.Place is { } place ? NameText.Parts(place) : [];
}
