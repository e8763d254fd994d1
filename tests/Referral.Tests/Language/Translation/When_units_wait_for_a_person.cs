using Referral.Language.Translation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Translation;

/// <summary>Persons are invented.</summary>
public sealed class When_units_wait_for_a_person
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly TranslationQueue _queue = new();

    public When_units_wait_for_a_person()
    {
        _queue.Add(TranslationUnit.New("1", "th", "lo", "บัววัน อยู่ที่นี่"), ["บัววัน"]);
        _queue.Add(TranslationUnit.New("2", "zh", "lo", "她在这里"), []);
    }

    [Fact]
    public void who_takes_one_does_not_see_the_name() =>
        _queue.Next("tr.1", "th", "lo")!.Source.ShouldBe("⟦1⟧ อยู่ที่นี่");

    [Fact]
    public void only_the_languages_asked_for_are_handed_out() =>
        _queue.Next("tr.1", "vi", "lo").ShouldBeNull();

    [Fact]
    public void a_draft_goes_to_another_for_review_and_comes_out_with_the_name()
    {
        _queue.Draft("1", "⟦1⟧ ຢູ່ນີ້", "tr.1", Now).Refused.ShouldBe("");
        _queue.Next("tr.1", "th", "lo").ShouldBeNull();
        _queue.Next("rv.1", "th", "lo")!.Id.ShouldBe("1");
        _queue.Review("1", "TR.1", Now).Refused.ShouldBe(Moved.SamePerson);
        _queue.Review("1", "rv.1", Now).Unit!.Target.ShouldBe("บัววัน ຢູ່ນີ້");
        _queue.Count.ShouldBe(1);
    }

    [Fact]
    public void a_draft_that_lost_the_name_is_not_taken() =>
        _queue.Draft("1", "ຢູ່ນີ້", "tr.1", Now).Refused.ShouldBe(Moved.NoText);

    [Fact]
    public void an_unknown_unit_is_refused() =>
        _queue.Review("9", "rv.1", Now).Refused.ShouldBe(Moved.NoText);
}
