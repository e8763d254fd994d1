namespace Referral.Network.Cases;

/// <summary>
/// Walks both sides of a case through its events. A file does not say everything that decides the next stage,
/// so each side is followed in all places it may be in; an event is refused only when none of them allows it.
/// Sagas beside host and origin are not walked, but their letters arrive.
/// </summary>
internal sealed class StageWalk
{
    private const string Same = "same";
    private const string Earlier = "state before";
    private static readonly string[] Relative = [Same, Earlier];

    private readonly StageTable _table = StageTable.Read();
    private HashSet<Place> _host = [StageTable.Start];
    private HashSet<Place> _origin = [StageTable.Start];

    public static IEnumerable<BrokenRule> Check(CaseFile file)
    {
        var walk = new StageWalk();
        return file.Events.SelectMany((one, i) => walk.Take(file, one, $"/events/{i}")).ToList();
    }

    private IEnumerable<BrokenRule> Take(CaseFile file, CaseEvent one, string at)
    {
        List<BrokenRule> broken = one.Saga switch
        {
            "host" => Move(ref _host, _table.Host, one, at),
            "origin" => Move(ref _origin, _table.Origin, one, at),
            _ => [],
        };
        foreach (var letter in one.Letters)
        {
            if (one.Side == file.Host) Arrive(ref _origin, _table.Origin, letter, one.Outcome);
            else Arrive(ref _host, _table.Host, letter, one.Outcome);
        }
        return broken;
    }

    private List<BrokenRule> Move(ref HashSet<Place> places, IReadOnlyList<StageRow> rows, CaseEvent one,
        string at)
    {
        var before = places;
        var open = rows
            .Where(row => row.On.Contains(one.Event) && before.Any(p => row.From.Contains(p.Stage))).ToList();
        if (open.Count == 0)
        {
            // Go on as if it had been allowed: one wrong event is one problem, not one for each event after
            // it.
            var after = rows.Where(row => row.On.Contains(one.Event)).SelectMany(row => row.To)
                .Except(Relative).ToList();
            if (after.Count > 0) places = [.. after.Select(stage => new Place(stage, stage))];
            return [new($"{at}/event", Refusals.EventNotAllowed,
                $"{one.Event} is not allowed while the {one.Saga} is in stage {Stages(before)}.")];
        }

        var broken = new List<BrokenRule>();
        foreach (var letter in one.Letters.Where(l => !open.Any(row => row.Sends?.Contains(l) == true)))
            broken.Add(new($"{at}/msg", Refusals.EventNotAllowed, $"{one.Event} does not send {letter}."));
        foreach (var row in open
            .Where(row => row.Outcomes is not null && !row.Outcomes.ContainsKey(one.Outcome ?? "")))
            broken.Add(new($"{at}/outcome", Refusals.EventNotAllowed,
                $"{one.Event} needs one of the outcomes {string.Join(", ", row.Outcomes!.Keys)}."));
        places = [.. before.SelectMany(place => open
            .Where(row => row.From.Contains(place.Stage))
            .SelectMany(row => Next(place, row, one.Outcome)))];
        return broken;
    }

    // A letter that no row knows changes nothing here: whether it was in place is for the gateways to say.
    private void Arrive(ref HashSet<Place> places, IReadOnlyList<StageRow> rows, string letter,
        string? outcome)
    {
        var open = rows.Where(row => row.On.Contains(letter) || row.On.Contains($"{letter}.{outcome}"))
            .ToList();
        places = [.. places.SelectMany(place =>
        {
            var next = open.Where(row => row.From.Contains(place.Stage))
                .SelectMany(row => Next(place, row, outcome)).ToList();
            return next.Count == 0 ? [place] : next;
        })];
    }

    private IEnumerable<Place> Next(Place place, StageRow row, string? outcome)
    {
        if (row.Outcomes is not null && row.Outcomes.TryGetValue(outcome ?? "", out var sole))
            return [new(sole, sole)];
        return row.To.Select(to => to switch
        {
            Same => place,
            Earlier => new Place(place.Before, place.Before),
            // A hold within a hold goes back to the stage before the first of them.
            _ when _table.Holds.Contains(to) =>
                new Place(to, _table.Holds.Contains(place.Stage) ? place.Before : place.Stage),
            _ => new Place(to, to),
        });
    }

    private static string Stages(HashSet<Place> places) =>
        string.Join(" or ", places.Select(p => p.Stage).Distinct().Order(StringComparer.Ordinal));
}
