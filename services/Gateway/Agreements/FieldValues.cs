using System.Collections;
using Google.Protobuf;

namespace Referral.Gateway.Agreements;

/// <summary>
/// What a letter's body or a folder holds, by field key, in the order of the form. What is empty is not held:
/// an empty text, a list without entries, a flag that is not set, a message in which nothing stands.
/// </summary>
internal sealed class FieldValues : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _held = [];

    public IReadOnlyList<string> Keys => [.. _held.Select(h => h.Key)];

    public void Add(string key, object? value)
    {
        if (value is not null && !IsEmpty(value))
            _held.Add(new(key, value));
    }

    public bool Holds(string key) => _held.Exists(h => h.Key == key);

    /// <summary>The value of a field, or null when it is not held.</summary>
    public T? Get<T>(string key) where T : class => _held.Find(h => h.Key == key).Value as T;

    public string Text(string key) => Get<string>(key) ?? "";

    public IReadOnlyList<T> List<T>(string key) => Get<IReadOnlyList<T>>(key) ?? [];

    public FieldValues Only(IReadOnlyCollection<string> keys)
    {
        var chosen = new FieldValues();
        chosen._held.AddRange(_held.Where(h => keys.Contains(h.Key)));
        return chosen;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _held.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsEmpty(object value) => value switch
    {
        string text => text.Length == 0,
        bool flag => !flag,
        IMessage message => message.CalculateSize() == 0,
        ICollection list => list.Count == 0,
        _ => false,
    };
}
