using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Carriers;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Follow;

/// <summary>
/// The numbered steps of docs/FollowOneReferral.md, each looked for where it leaves its mark.
/// </summary>
[Collection(OneReferral.Name)]
public sealed class When_one_referral_is_followed
{
    private readonly FollowedReferral _followed;

    public When_one_referral_is_followed(FollowedReferral followed)
    {
        FollowedReferral.SkipWithoutServer();
        _followed = followed;
        _followed.Report.Problems.ShouldBeEmpty();
        _followed.Report.Refusals.Select(refusal => refusal.Code).ShouldBeEmpty();
    }

    private string From => _followed.File.Host;

    private string To => _followed.File.Origin;

    private string Referral => _followed.Report.Referral!;

    [Fact]
    public void step_01_the_officer_fills_the_case_in_her_own_language()
    {
        var shown = _followed.Host.Case.Fields.Single(field => field.Key == "name_native");
        shown.Original.ShouldContain(_followed.File.Person.Name.AsWritten);
        shown.OriginalLanguage.ShouldBe(_followed.File.WrittenIn);
    }

    [Fact]
    public void step_02_consent_is_on_record_before_anything_is_prepared()
    {
        _followed.Host.Case.Consents
            .ShouldContain(c => c.Scope.Code == "NOTIFY_ORIGIN" && c.State.Code == "GIVEN");
        var entries = _followed.Host.Timeline.Entries.ToList();
        var asked = entries.FindIndex(entry => entry.What.Code == "ConsentToNotify");
        asked.ShouldBeInRange(0, entries.FindIndex(entry => entry.What.Code == "NoticeReleased") - 1);
    }

    [Fact]
    public void step_03_an_agreement_allows_this_letter_and_these_fields()
    {
        var draft = _followed.Report.Sent[0].Draft.ShouldNotBeNull();
        draft.AgreementId.ShouldNotBeEmpty();
        draft.AgreementVersion.ShouldNotBeEmpty();
        draft.AgreementRule.ShouldBe($"{draft.AgreementId}/M01");
        draft.Fields.ShouldNotBeEmpty();
        draft.LeftOut.ShouldNotBeEmpty();
    }

    [Fact]
    public void step_04_the_saga_of_the_host_moves_once_a_second_officer_released() =>
        _followed.Host.Timeline.Entries
            .Single(entry => entry.What.Code == "NoticeReleased").Stage.Code.ShouldBe("NotifiedOrigin");

    [Fact]
    public async Task step_05_the_signed_letter_has_its_number_and_stands_in_the_journal()
    {
        var letter = await _followed.In(From, db =>
            db.LettersOut.SingleAsync(l => l.Referral == Referral && l.Kind == "M01"));
        letter.Number.ShouldBe(1);
        (await Journal(From))
            .ShouldContain(text => text.Contains("letter-written") && text.Contains(letter.Sha256));
    }

    [Fact]
    public async Task step_06_the_pouch_went_into_the_letterbox_on_the_broker()
    {
        _followed.PartsOf(From).GetRequiredService<ICarrier>().ShouldBeOfType<RabbitMqCarrier>();
        var letters = await _followed.In(
            From, db => db.LettersOut.Where(l => l.Referral == Referral).ToListAsync());
        letters.ShouldAllBe(letter => letter.LeftAt != null && letter.Attempts > 0);
    }

    [Fact]
    public async Task step_07_the_other_gateway_knows_it_by_signer_id_and_hash()
    {
        var sent = await _followed.In(
            From, db => db.LettersOut.SingleAsync(l => l.Referral == Referral && l.Number == 1));
        var arrived = await _followed.In(
            To, db => db.LettersIn.SingleAsync(l => l.LetterId == sent.LetterId));
        (arrived.Sender, arrived.Sha256, arrived.State).ShouldBe((From, sent.Sha256, (int)RemState.Delivery));
    }

    [Fact]
    public async Task step_08_it_took_effect_with_an_entry_a_task_a_deadline_and_a_receipt()
    {
        var arrived = await _followed.In(
            To, db => db.LettersIn.SingleAsync(l => l.Referral == Referral && l.Number == 1));
        (await Journal(To)).ShouldContain(
            text => text.Contains("letter-admitted") && text.Contains(arrived.Sha256));
        var tasks = await _followed.In(
            To, db => db.Tasks.Where(t => t.CaseId == arrived.CaseId).ToListAsync());
        tasks.ShouldContain(task => task.Kind == "ACKNOWLEDGE" && task.LetterId == arrived.LetterId);
        (await _followed.In(To, db => db.Deadlines.AnyAsync(d => d.CaseId == arrived.CaseId))).ShouldBeTrue();

        var receipt = await _followed.In(To, db =>
            db.Receipts.SingleAsync(r => r.ReceiptId == arrived.ReceiptId && r.Direction == "sent"));
        var settled = await _followed.In(
            From, db => db.LettersOut.SingleAsync(l => l.LetterId == arrived.LetterId));
        settled.ReceiptId.ShouldBe(receipt.ReceiptId);
        (await Journal(From)).ShouldContain(text => text.Contains(receipt.Sha256));
    }

    [Fact]
    public void step_09_fields_are_shown_beside_the_original_in_the_readers_language()
    {
        var fields = _followed.Origin.Case.Fields;
        var name = fields.Single(field => field.Key == "name_native");
        name.Original.ShouldContain(_followed.File.Person.Name.AsWritten);
        name.Renderings.ShouldContain(rendering => rendering.Script == "Latn");
        name.Renderings.ShouldContain(rendering => rendering.Script == "Laoo");
        fields.Single(field => field.Key == "sex").Renderings.ShouldNotBeEmpty();
        fields.Single(field => field.Key == "birth_date").Renderings.ShouldNotBeEmpty();
    }

    [Fact]
    public void step_10_an_officer_there_acknowledged_and_the_letter_came_back()
    {
        var answer = _followed.Report.Sent
            .Single(sent => sent.From == To && sent.Letters.Any(l => l.Kind.Code == "M02"));
        _followed.Host.Timeline.Letters
            .ShouldContain(l => l.LetterId == answer.Letters[0].LetterId && l.Direction == "in");
    }

    [Fact]
    public void step_11_both_timelines_and_both_clocks_have_moved()
    {
        foreach (var side in new[] { _followed.Host, _followed.Origin })
        {
            side.Timeline.Entries.ShouldNotBeEmpty();
            side.Timeline.Deadlines.ShouldContain(deadline => deadline.State == "MET");
        }
    }

    private Task<List<string>> Journal(string country) => _followed.In(country, async db =>
        (await db.Journal.AsNoTracking().ToListAsync())
            .ConvertAll(row => System.Text.Encoding.UTF8.GetString(row.Text)));
}
