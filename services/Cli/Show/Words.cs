using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;

namespace Referral.Cli.Show;

/// <summary>The words of a screen in one language, from the vocabulary.</summary>
internal sealed class Words
{
    private readonly string _language;

    private Words(string language) => _language = language;

    public static Words Of(string language) => new(language);

    public string Screen(string code) => VocabularyBook.Shipped.Of("screen", code, _language).Text;

    /// <summary>Any other word of the vocabulary.</summary>
    public string Word(string list, string code) => VocabularyBook.Shipped.Of(list, code, _language).Text;

    public string Section(string code) => VocabularyBook.Shipped.Of("section", code, _language).Text;

    /// <summary>
    /// A label with its marks: a text no native reader has checked says so, and so does an English one.
    /// </summary>
    public string Marked(LabelView label) => label.Text + Marks(label);

    private string Marks(LabelView label)
    {
        var marks = new List<string>();
        if (label.Fallback) marks.Add(Screen("fallback_english"));
        if (label.Mark != "R") marks.Add(Screen("unreviewed"));
        return marks.Count == 0 ? "" : $" [{string.Join("; ", marks)}]";
    }
}
