using System.Text;
using Referral.Contracts.Vocabulary;

namespace Referral.Contracts.Refusals;

/// <summary>One refusal: what is said, and what to do now, by language.</summary>
/// <param name="Code">REF-2001 and so on; never given to another meaning.</param>
/// <param name="Name">Its name in code.</param>
/// <param name="Sentence">By language, with placeholders in braces.</param>
/// <param name="Remedy">By language, with placeholders in braces.</param>
/// <param name="Marks">Review mark by language: D draft, R reviewed by a native reader.</param>
/// <param name="Crosses">May be sent across a border in a receipt.</param>
public sealed record RefusalText(
    string Code,
    string Name,
    IReadOnlyDictionary<string, string> Sentence,
    IReadOnlyDictionary<string, string> Remedy,
    IReadOnlyDictionary<string, string> Marks,
    bool Crosses);

/// <summary>A refusal as shown to one reader.</summary>
/// <param name="IsFallback">The asked language has no sentence, so English is shown.</param>
public sealed record RefusalSentence(
    string Code, string Text, string Remedy, string Language, string Mark, bool IsFallback)
{
    /// <summary>No native reader has checked this text.</summary>
    public bool Unreviewed => Mark != "R";
}

/// <summary>All refusals, lo, th, zh, vi and en. Source: Refusals/refusals.json.</summary>
public sealed class RefusalBook
{
    private static readonly Lazy<RefusalBook> Book =
        new(() => new(ShippedFile.Read<RefusalFile>("Refusals/refusals.json")));

    private readonly IReadOnlyDictionary<string, RefusalText> _byCode;

    private RefusalBook(RefusalFile file)
    {
        All = file.Refusals;
        _byCode = file.Refusals.ToDictionary(r => r.Code, StringComparer.Ordinal);
    }

    public static RefusalBook Shipped => Book.Value;

    public IReadOnlyList<RefusalText> All { get; }

    /// <summary>The texts of a code. Throws for an unknown code: no refusal is without words.</summary>
    public RefusalText Find(string code) => _byCode.TryGetValue(code, out var text)
        ? text
        : throw new KeyNotFoundException($"Refusal {code} has no text.");

    public bool Knows(string code) => _byCode.ContainsKey(code);

    /// <summary>
    /// Sentence and remedy with the values filled in. A placeholder without a value stays as it is, so that a
    /// forgotten value is seen. English is shown, and said to be, where the asked language has no sentence.
    /// </summary>
    public RefusalSentence Tell(string code, string language, IReadOnlyDictionary<string, string> values)
    {
        var text = Find(code);
        var shown = text.Sentence.ContainsKey(language) ? language : "en";
        var remedy = text.Remedy.GetValueOrDefault(shown) ?? text.Remedy["en"];
        return new RefusalSentence(
            code, Fill(text.Sentence[shown], values), Fill(remedy, values),
            shown, text.Marks[shown], shown != language);
    }

    /// <summary>The sentence alone.</summary>
    public string Sentence(string code, string language, IReadOnlyDictionary<string, string> values) =>
        Tell(code, language, values).Text;

    // One pass from left to right, so that a value that itself holds braces is never filled again.
    private static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var told = new StringBuilder(template.Length);
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                break;
            told.Append(template, at, open - at);
            var name = template[(open + 1)..close];
            told.Append(values.TryGetValue(name, out var value) ? value : template[open..(close + 1)]);
            at = close + 1;
        }
        return told.Append(template, at, template.Length - at).ToString();
    }

    private sealed record RefusalFile(IReadOnlyList<RefusalText> Refusals);
}
