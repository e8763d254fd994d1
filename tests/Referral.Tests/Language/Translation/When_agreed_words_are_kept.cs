using Referral.Language.Translation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Translation;

public sealed class When_agreed_words_are_kept
{
    private static readonly Glossary Words = new(
    [
        new("victim", "", "", [new("en", "victim"), new("lo", "ຜູ້ເຄາະຮ້າຍ", Term.Preferred),
            new("lo", "ຜູ້ຖືກເຄາະຮ້າຍ", Term.Deprecated), new("lo", "ເຫຍື່ອ", Term.Admitted)]),
        new("shelter", "", "", [new("en", "shelter"), new("lo", "ບ່ອນພັກພິງ", Term.Preferred)]),
    ]);

    [Fact]
    public void another_word_for_the_same_gives_way()
    {
        var (text, missing) = Words.Enforce("The victim.", "ເຫຍື່ອ ຜູ້ຖືກເຄາະຮ້າຍ.", "en", "lo");
        text.ShouldBe("ຜູ້ເຄາະຮ້າຍ ຜູ້ເຄາະຮ້າຍ.");
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void what_is_not_there_is_told() =>
        Words.Enforce("The shelter.", "ເຮືອນ.", "en", "lo").Missing.Single().Id.ShouldBe("shelter");

    [Fact]
    public void what_the_source_does_not_say_is_left_alone() =>
        Words.Enforce("Prey.", "ເຫຍື່ອ.", "en", "lo").Text.ShouldBe("ເຫຍື່ອ.");

    [Fact]
    public void a_text_that_is_a_term_has_its_word()
    {
        Words.Whole(" Victim ", "en", "lo").ShouldBe("ຜູ້ເຄາະຮ້າຍ");
        Words.Whole("victims", "en", "lo").ShouldBeNull();
        Words.Whole("victim", "en", "vi").ShouldBeNull();
    }

    [Fact]
    public void a_memory_gives_back_what_was_translated_and_keeps_the_better()
    {
        var memory = new TranslationMemory();
        MemoryUnit Unit(string id, string lao, TranslationState state) =>
            new(id, new Dictionary<string, string> { ["en"] = "She  is safe.", ["lo"] = lao }, state);
        memory.Add(Unit("1", "ປອດໄພ", TranslationState.Reviewed));
        memory.Add(Unit("2", "ອື່ນ", TranslationState.Machine));
        memory.Find("She is safe. ", "en", "lo").ShouldBe(("ປອດໄພ", TranslationState.Reviewed));
        memory.Find("She is safe.", "en", "vi").ShouldBeNull();
    }
}
