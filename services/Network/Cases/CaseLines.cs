using System.Text.Json;

namespace Referral.Network.Cases;

/// <summary>
/// Where each value of a JSON text stands: JSON pointer to line. The same pass finds what a JSON document
/// object would swallow: a member written twice.
/// </summary>
internal sealed class CaseLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<string> _twice = [];

    private CaseLines()
    {
    }

    /// <summary>Pointers of members that were written twice, at their second place.</summary>
    public IReadOnlyList<string> Twice => _twice;

    /// <summary>Line of the value, from 1; of the nearest one around it where it is absent.</summary>
    public int Of(string pointer)
    {
        for (var at = pointer; ; at = at[..Math.Max(0, at.LastIndexOf('/'))])
        {
            if (_lines.TryGetValue(at, out var line)) return line;
            if (at.Length == 0) return 1;
        }
    }

    /// <summary>
    /// Reads the whole text. Throws JsonException, which knows its line, where it is not JSON.
    /// </summary>
    public static CaseLines Read(ReadOnlySpan<byte> text)
    {
        var lines = new CaseLines();
        var reader = new Utf8JsonReader(text);
        var open = new Stack<Level>();
        var counter = new LineCounter();
        while (reader.Read())
        {
            var line = counter.At(text, (int)reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    lines.Name(open.Peek(), reader.GetString()!, line);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                default:
                    var pointer = lines.Value(open, line);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        open.Push(new Level(pointer, reader.TokenType == JsonTokenType.StartArray));
                    break;
            }
        }
        return lines;
    }

    private void Name(Level level, string name, int line)
    {
        level.Current = $"{level.Pointer}/{name.Replace("~", "~0").Replace("/", "~1")}";
        if (!level.Names.Add(name)) _twice.Add(level.Current);
        _lines[level.Current] = line;
    }

    private string Value(Stack<Level> open, int line)
    {
        if (!open.TryPeek(out var level))
        {
            _lines[""] = line;
            return "";
        }
        if (!level.IsArray) return level.Current;
        var pointer = $"{level.Pointer}/{level.Next++}";
        _lines[pointer] = line;
        return pointer;
    }

    private sealed class Level(string pointer, bool isArray)
    {
        public string Pointer { get; } = pointer;
        public bool IsArray { get; } = isArray;
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
        public string Current { get; set; } = "";
        public int Next { get; set; }
    }

    // Tokens come in order, so each byte is looked at once.
    private struct LineCounter
    {
        private int _offset;
        private int _line;

        public int At(ReadOnlySpan<byte> text, int offset)
        {
            _line += text[_offset..offset].Count((byte)'\n');
            _offset = offset;
            return _line + 1;
        }
    }
}
