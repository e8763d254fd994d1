using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Agreements;

/// <summary>The purpose of one letter where its body decides it: a coded question has a purpose of its
/// own.</summary>
internal static class LetterPurpose
{
    /// <summary>Null where the kind's own purpose holds.</summary>
    public static string? Of(Letter letter) =>
        QuestionIn(letter) is { } code ? QuestionBook.Shipped.Find(code)?.Purpose : null;

    /// <summary>Code of the question that the letter asks or answers; null for any other letter.</summary>
    public static string? QuestionIn(Letter letter) =>
        letter.CodedQuestion?.Question ?? letter.CodedAnswer?.Question;
}
