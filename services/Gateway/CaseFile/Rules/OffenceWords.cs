using System.Text;
using System.Text.Json;
using Referral.Contracts.Letters;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>A free text seems to tell of an offence of the person herself, which must never cross.</summary>
/// <param name="Field">Field key of the text.</param>
/// <param name="Offence">ILLEGAL_ENTRY, PROSTITUTION, DRUGS or ILLEGAL_WORK.</param>
/// <param name="Word">The word of the table that was found, not the text around it.</param>
internal sealed record OffenceWarning(string Field, string Offence, string Word)
{
    public const string Code = "OFFENCE_WORD";
}

/// <summary>
/// Looks through free texts for words of the table and warns; it refuses nothing, since the same words may
/// say that somebody was wrongly accused. Every language is looked for in every text: officers mix them.
/// Source: offence-words.json (mark D); the rule: the project's roles, 5.3 (mark P).
/// </summary>
internal static class OffenceWords
{
    private static readonly Lazy<IReadOnlyList<OffenceWord>> Words = new(Read);

    public static IReadOnlyList<OffenceWarning> In(Folder folder) =>
        [.. FolderFields.Of(folder).Where(f => f.Value is WrittenText)
            .SelectMany(f => In(f.Key, ((WrittenText)f.Value).Text))];

    public static IReadOnlyList<OffenceWarning> In(string field, string text)
    {
        var plain = text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Replace('\n', ' ');
        return [.. Words.Value.Where(w => Stands(plain, w.Word))
            .Select(w => new OffenceWarning(field, w.Offence, w.Word))];
    }

    private static bool Stands(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!IsSpaced(word) || (IsEdge(text, at - 1) && IsEdge(text, at + word.Length)))
                return true;
        }
        return false;
    }

    // Only in scripts that put spaces between words can a whole word be told from a part of one.
    private static bool IsSpaced(string word) => word[0] < '\u0530';

    private static bool IsEdge(string text, int at) =>
        at < 0 || at >= text.Length || !char.IsLetter(text[at]);

    private static IReadOnlyList<OffenceWord> Read()
    {
        const string name = "CaseFile/Rules/offence-words.json";
        using var table = typeof(OffenceWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table '{name}' is not built into the gateway.");
        var file = JsonSerializer.Deserialize<OffenceFile>(table, JsonSerializerOptions.Web);
        return [.. file!.Words.Select(w => w with { Word = w.Word.Normalize(NormalizationForm.FormC) })];
    }

    private sealed record OffenceFile(IReadOnlyList<OffenceWord> Words);

    private sealed record OffenceWord(string Language, string Word, string Offence);
}
