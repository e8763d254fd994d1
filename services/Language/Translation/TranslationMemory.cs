namespace Referral.Language.Translation;

/// What was translated before: a text in several languages, with what each is worth.
public sealed record MemoryUnit(string Id, IReadOnlyDictionary<string, string> Texts, TranslationState State);

/// Finds a text that was translated before, word for word. Names were masked before it was kept.
public sealed class TranslationMemory
{
    readonly Dictionary<(string Language, string Text), MemoryUnit> _units = [];

    public IReadOnlyList<MemoryUnit> Units => [.. _units.Values.Distinct()];

    /// A better one takes the place of a lesser one; of equals the later stays.
    public void Add(MemoryUnit unit)
    {
        foreach (var (language, text) in unit.Texts)
            if (!_units.TryGetValue((language, Plain(text)), out var held) || held.State <= unit.State)
                _units[(language, Plain(text))] = unit;
    }

    /// Null where it was never translated into that language.
    public (string Text, TranslationState State)? Find(string text, string from, string to) =>
        _units.TryGetValue((from, Plain(text)), out var unit) && unit.Texts.TryGetValue(to, out var found)
            ? (found, unit.State) : null;

    static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
