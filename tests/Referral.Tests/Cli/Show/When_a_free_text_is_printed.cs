using Referral.Cli;
using Referral.Cli.Show;
using Referral.Contracts.Desk;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Show;

/// <summary>Wherever a free text is printed its state stands with it. The texts are invented.</summary>
public sealed class When_a_free_text_is_printed
{
    [Theory]
    [InlineData("HUMAN_DRAFT", "th", "ร่างของผู้แปล ยังไม่ได้ตรวจ")]
    [InlineData("MACHINE", "lo", "ແປໂດຍເຄື່ອງ, ຍັງບໍ່ໄດ້ກວດ")]
    public void a_translation_says_what_it_is_worth(string state, string language, string words)
    {
        var view = View(Rendering(state, words));

        Printed(view, language).Split('\n')
            .Count(line => line.Contains("INVENTED  [") && line.Contains(words)).ShouldBe(2);
        FolderPrint.StateOf(Words.Of(language), view.Fields[0]).ShouldBe(words);
    }

    [Theory]
    [InlineData("vi", "chưa dịch")]
    [InlineData("zh", "未翻译")]
    public void one_that_nobody_translated_says_so(string language, string words)
    {
        var view = View(null);

        Printed(view, language).Split('\n').Count(line => line.Trim() == words).ShouldBe(2);
        FolderPrint.StateOf(Words.Of(language), view.Fields[0]).ShouldBe(words);
    }

    private static CaseView View(RenderingView? made)
    {
        var field = new FieldView
        {
            Key = "account", Section = "facts", Original = "WRITTEN", Label = new() { Text = "Account" },
            Untranslated = made is null,
        };
        var note = new NoteView
        {
            Event = new() { Text = "Event" }, Text = "NOTE", Untranslated = made is null,
        };
        if (made is not null)
        {
            field.Renderings.Add(made);
            note.Renderings.Add(made);
        }

        return new CaseView { Stage = new() { Text = "Stage" }, Fields = { field }, Notes = { note } };
    }

    private static RenderingView Rendering(string state, string words) =>
        new() { Text = "INVENTED", Kind = "translation", TranslationState = state, Scheme = words };

    private static string Printed(CaseView view, string language)
    {
        using var said = new StringWriter();
        FolderPrint.AsRendered(Screen.To(said), Words.Of(language), view);
        return said.ToString();
    }
}
