using Referral.Language.Translation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Translation;

/// <summary>Texts and accounts are invented.</summary>
public sealed class When_a_translation_moves
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TranslationUnit New = TranslationUnit.New("1", "th", "lo", "ขอความช่วยเหลือ");

    [Fact]
    public void it_goes_from_machine_to_draft_to_reviewed_by_another()
    {
        var machine = New.FromMachine("ຂໍຄວາມຊ່ວຍ", "engine 1", Now).Unit!;
        (machine.State, machine.Translator).ShouldBe((TranslationState.Machine, "engine 1"));
        var draft = machine.Drafted("ຂໍຄວາມຊ່ວຍເຫຼືອ", "tr.1", Now).Unit!;
        var reviewed = draft.Reviewed("rv.1", Now).Unit!;
        (reviewed.State, reviewed.Reviewer, reviewed.Target)
            .ShouldBe((TranslationState.Reviewed, "rv.1", "ຂໍຄວາມຊ່ວຍເຫຼືອ"));
    }

    [Theory]
    [InlineData("tr.1")]
    [InlineData(" TR.1 ")]
    [InlineData("")]
    public void who_translated_does_not_review(string reviewer) =>
        New.Drafted("ຂໍ", "tr.1", Now).Unit!.Reviewed(reviewer, Now).Refused.ShouldBe(Moved.SamePerson);

    [Fact]
    public void a_machine_is_reviewed_by_nobody() =>
        New.FromMachine("ຂໍ", "engine 1", Now).Unit!.Reviewed("rv.1", Now).Refused.ShouldBe(Moved.WrongState);

    [Fact]
    public void neither_machine_nor_glossary_takes_a_persons_work_away()
    {
        var draft = New.Drafted("ຂໍ", "tr.1", Now).Unit!;
        draft.FromMachine("ອື່ນ", "engine 1", Now).Refused.ShouldBe(Moved.WrongState);
        draft.FromGlossary("ອື່ນ", Now).Refused.ShouldBe(Moved.WrongState);
        New.FromMachine("ຂໍ", "engine 1", Now).Unit!.FromGlossary("ອື່ນ", Now).Refused
            .ShouldBe(Moved.WrongState);
    }

    [Fact]
    public void what_is_changed_after_a_review_is_a_draft_again()
    {
        var reviewed = New.Drafted("ຂໍ", "tr.1", Now).Unit!.Reviewed("rv.1", Now).Unit!;
        var again = reviewed.Drafted("ຂໍ ອີກ", "rv.1", Now).Unit!;
        (again.State, again.Reviewer).ShouldBe((TranslationState.HumanDraft, ""));
        again.Reviewed("rv.1", Now).Refused.ShouldBe(Moved.SamePerson);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(null)]
    public void an_empty_or_endless_text_is_none(string? target) => New
        .Drafted(target ?? new string('x', TranslationUnit.LettersMax + 1), "tr.1", Now).Refused
        .ShouldBe(Moved.NoText);

    [Fact]
    public void states_have_codes_both_ways() => Enum.GetValues<TranslationState>()
        .ShouldAllBe(state => TranslationStates.Of(TranslationStates.CodeOf(state)) == state);
}
