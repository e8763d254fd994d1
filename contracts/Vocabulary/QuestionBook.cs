using System.Globalization;

namespace Referral.Contracts.Vocabulary;

/// <summary>What answers a question takes.</summary>
/// <param name="Kind">CODE, DATE (yyyy-MM-dd) or NUMBER (whole).</param>
/// <param name="List">With CODE: the code list.</param>
/// <param name="Unit">With NUMBER: code of list question_unit.</param>
/// <param name="Min">With NUMBER: least, included.</param>
/// <param name="Max">With NUMBER: most, included.</param>
/// <param name="Unknown">UNKNOWN is an answer too.</param>
public sealed record AnswerRule(
    string Kind, string? List = null, string? Unit = null, int Min = 0, int Max = 0, bool Unknown = false)
{
    /// <summary>The answer that says that nobody knows.</summary>
    public const string NotKnown = "UNKNOWN";

    /// <summary>Whether this is one of the answers; numbers and dates in their one spelling alone.</summary>
    public bool Takes(string answer) => (Unknown && answer == NotKnown) || Kind switch
    {
        "CODE" => VocabularyBook.Shipped.Knows(List!, answer),
        "DATE" => DateOnly.TryParseExact(
            answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2100,
        "NUMBER" => int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= Min && number <= Max && number.ToString(CultureInfo.InvariantCulture) == answer,
        _ => false,
    };
}

/// <summary>A question that may be asked about an open referral, and answered by code.</summary>
/// <param name="Code">Code of list question.</param>
/// <param name="AskedBy">HOST, ORIGIN or both.</param>
/// <param name="Purpose">Purpose that an agreement must name.</param>
/// <param name="Field">Row an answer travels in: its class and who may read it.</param>
/// <param name="Answer">What answers it takes.</param>
/// <param name="Due">Rule of deadlines.csv.</param>
/// <param name="AnsweredAt">Kind of post whose task it is.</param>
/// <param name="Scopes">Consents that must stand when the host asks or answers.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="About">Field of the case file it speaks of, or null.</param>
public sealed record QuestionRule(
    string Code, IReadOnlyList<string> AskedBy, string Purpose, string Field, AnswerRule Answer, string Due,
    string AnsweredAt, IReadOnlyList<string> Scopes, string Source, string? About = null);

/// <summary>All coded questions. Source: Vocabulary/questions.json (mark P).</summary>
public sealed class QuestionBook
{
    private static readonly Lazy<QuestionBook> Book =
        new(() => new(ShippedFile.Read<QuestionFile>("Vocabulary/questions.json")));

    private readonly IReadOnlyDictionary<string, QuestionRule> _byCode;

    private QuestionBook(QuestionFile file)
    {
        All = file.Questions;
        _byCode = file.Questions.ToDictionary(q => q.Code, StringComparer.Ordinal);
    }

    public static QuestionBook Shipped => Book.Value;

    public IReadOnlyList<QuestionRule> All { get; }

    public QuestionRule? Find(string code) => _byCode.GetValueOrDefault(code);

    private sealed record QuestionFile(IReadOnlyList<QuestionRule> Questions);
}
