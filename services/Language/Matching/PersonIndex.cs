namespace Referral.Language.Matching;

/// Persons held in memory, found by name in any script. Filled once, then asked; asking changes nothing but
/// is for one caller at a time (it keeps its scratch paper). Name parts are held once, however many bear
/// them.
public sealed partial class PersonIndex
{
    readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    readonly List<NamePart> _parts = [];
    readonly List<List<int>> _bearers = [];
    readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    readonly List<MatchPerson> _persons = [];
    readonly List<int[][]> _names = [];
    readonly List<short> _bornYear = [];

    /// Persons held.
    public int Count => _persons.Count;

    /// Different name parts held, joined neighbours included.
    public int PartCount => _parts.Count;

    /// Adds one. One whose names cannot be read is held and never found.
    public void Add(MatchPerson person)
    {
        var number = _persons.Count;
        _persons.Add(person);
        _bornYear.Add(YearOf(person.Born));
        var names = person.Names.Select(name => NameText.Parts(name, KnownPart))
            .Where(parts => parts.Count > 0)
            .Select(parts => new NameSpans(parts, KnownPart)).ToList();
        foreach (var (part, _, _) in names.SelectMany(name => name.All))
        {
            var bearers = _bearers[NumberOf(part)];
            if (bearers.Count == 0 || bearers[^1] != number) bearers.Add(number);
        }
        _names.Add([.. names.Select(name => name.Parts.Select(NumberOf).ToArray())]);
    }

    MatchedPerson PersonAt(int number) => new(_persons[number],
        [.. _names[number].Select(name =>
            new NameSpans([.. name.Select(part => _parts[part])], KnownPart))]);

    // Reading a part into sounds is the expensive step: a part that is known is not read again.
    NamePart? KnownPart(string written) => _known.TryGetValue(written, out var at) ? _parts[at] : null;

    int NumberOf(NamePart part)
    {
        if (_known.TryGetValue(part.Written, out var known)) return known;
        var number = _parts.Count;
        _known.Add(part.Written, number);
        _parts.Add(part);
        _bearers.Add([]);
        foreach (var key in part.Keys())
        {
            if (!_byKey.TryGetValue(key, out var parts)) _byKey.Add(key, parts = []);
            parts.Add(number);
        }
        return number;
    }

    static short YearOf(string? born) =>
        born is { Length: >= 4 } && short.TryParse(born.AsSpan(0, 4), out var year) ? year : (short)0;
}
