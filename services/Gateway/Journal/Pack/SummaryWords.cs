using System.Net;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Journal.Pack;

/// <summary>
/// Words of a summary in its languages, one under the other, as HTML. A word that no native
/// reader has checked carries a mark, which the foot of the page explains.
/// </summary>
internal sealed class SummaryWords(IReadOnlyList<string> languages, VocabularyBook book)
{
    public const string UnreviewedMark = "*";

    public IReadOnlyList<string> Languages => languages;

    /// <summary>A label of the vocabulary.</summary>
    public string Label(string list, string code) => Each(language =>
    {
        var label = book.Of(list, code, language);
        return (label.Text, label.Language, label.Unreviewed);
    });

    /// <summary>A label of the list of this page.</summary>
    public string Of(string code) => Label("pack", code);

    /// <summary>What a program, an officer or a person wrote: as it is, without a mark.</summary>
    public static string Plain(string text) => WebUtility.HtmlEncode(text);

    private string Each(Func<string, (string Text, string Language, bool Unreviewed)> of) =>
        string.Join("<br>", languages.Select(of).Distinct().Select(one =>
            $"<span lang=\"{one.Language}\">{Plain(one.Text)}</span>"
            + (one.Unreviewed ? $"<sup>{UnreviewedMark}</sup>" : "")));
}
