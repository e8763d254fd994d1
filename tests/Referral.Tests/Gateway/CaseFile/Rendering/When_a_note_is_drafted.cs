using Referral.Contracts.Vocabulary;
using Referral.Gateway.CaseFile.Rendering;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rendering;

public sealed class When_a_note_is_drafted
{
    [Theory]
    [InlineData("lo")]
    [InlineData("th")]
    [InlineData("zh")]
    [InlineData("vi")]
    [InlineData("en")]
    public void it_names_the_agreement_with_status_mark_and_source(string language)
    {
        var note = Draft(language);

        note.Text.ShouldContain("LA-CN");
        note.Text.ShouldContain(note.InstrumentTitle);
        note.Text.ShouldContain(note.Status.Text);
        note.Text.ShouldContain(note.Source);
        note.Text.ShouldContain("Invented ministry");
        note.Text.ShouldNotContain("{");
        (note.Status.Code, note.Mark, note.MinistryPost).ShouldBe(("DORMANT", "mixed", "CN-MFA-INVENTED"));
    }

    [Fact]
    public void it_speaks_of_one_national_and_of_no_person() =>
        Draft("en").Text.ShouldContain("one national of Lao");

    private static Referral.Contracts.Desk.NoteDraftView Draft(string language)
    {
        var names = new Dictionary<string, MarkedText> { ["en"] = new("Invented ministry", "D") };
        var ministry = new Post("CN-MFA-INVENTED", "MINISTRY_FOREIGN_AFFAIRS", null, names);
        var instrument = NoteDraft.InstrumentOf("CN", "LA");
        return NoteDraft.Of(
            new(instrument, instrument.Status, "CN", "LA", ministry, null, new DateOnly(2025, 4, 18)),
            language);
    }
}
