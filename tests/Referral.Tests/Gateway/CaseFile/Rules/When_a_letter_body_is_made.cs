using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

public sealed class When_a_letter_body_is_made
{
    private static readonly string[] Notify = ["NOTIFY_ORIGIN", "SHARE_IDENTITY"];

    [Fact]
    public void the_notice_takes_exactly_its_row_of_the_folder()
    {
        var body = Made("M01");

        body.Fields.ShouldBe(
        [
            "national_ref_host", "origin_claimed", "entry_type", "urgency", "name_native", "sex",
            "birth_date",
            "nationality_claimed", "languages", "acts", "means", "purposes", "exploitation_type", "sector",
            "relationship_to_trafficker", "exploitation_from", "exploitation_to", "identification_body",
            "identification_date", "indicators", "shelter_type", "criminal_case_exists",
        ]);
        body.DataClass.ShouldBe("P3");
    }

    [Fact]
    public void what_stays_at_home_is_listed_with_its_number()
    {
        var left = Made("M01").LeftOut;

        left.ShouldContain(("account", "REF-2203"));
        left.ShouldContain(("relatives", "REF-2203"));
        left.ShouldContain(("shelter_name_address", "REF-2204"));
        left.ShouldContain(("safe_contact", "REF-2204"));
        left.ShouldContain(("earlier_case_link", "REF-2204"));
    }

    [Theory]
    [InlineData("M01")]
    [InlineData("M03")]
    [InlineData("M05")]
    public void what_it_takes_an_agreement_permits(string kind)
    {
        var fields = Made(kind).Fields;

        Judge.Permit(new("TH", "LA", "TH", "LA", kind, [.. fields]), Register.AsShipped,
            DateTimeOffset.UnixEpoch)
            .Refused.ShouldBeFalse();
    }

    [Fact]
    public void no_word_that_must_not_cross_stands_in_any_of_them()
    {
        foreach (var kind in new[] { "M01", "M03", "M05" })
        {
            var text = Made(kind).Letter.ToString();
            text.ShouldNotContain("invented shelter");
            text.ShouldNotContain("invented contact");
            text.ShouldNotContain("invented link");
            text.ShouldNotContain("เรื่องสมมติ");
        }
    }

    [Fact]
    public void an_official_is_sent_as_unknown()
    {
        var folder = InventedPerson.Folder();
        folder.Facts.RelationshipToTrafficker = "OFFICIAL";

        var letter = LetterBodies.Make("M01", folder, null, Notify).Outcome.Letter;

        letter.VictimIdentificationNotice.RelationshipToTrafficker.ShouldBe("UNKNOWN");
        folder.Facts.RelationshipToTrafficker.ShouldBe("OFFICIAL");
    }

    [Fact]
    public void the_time_of_exploitation_is_short()
    {
        var notice = Made("M01").Letter.VictimIdentificationNotice;

        (notice.ExploitedFrom, notice.ExploitedTo).ShouldBe(("2025-01", "2025-06"));
    }

    [Fact]
    public void only_the_fields_asked_for_go()
    {
        string[] asked =
        [
            "name_native", "name_parts", "sex", "birth_date", "acts", "purposes", "identification_body",
            "identification_date",
        ];

        var body = LetterBodies.Make("M01", InventedPerson.Folder(), asked, Notify).Outcome;

        body.Fields.ShouldBe(asked.Where(f => f != "name_parts"));
    }

    [Theory]
    [InlineData("shelter_name_address", "REF-2204")]
    [InlineData("account", "REF-2203")]
    [InlineData("accompanying_children", "REF-2306")]
    public void asking_for_what_may_not_or_cannot_go_is_refused(string field, string code)
    {
        var refusal = LetterBodies.Make("M01", InventedPerson.Folder(), [field], Notify)
            .Refusal.ShouldNotBeNull();

        (refusal.Code, refusal.Values["field"], refusal.Values["letter"]).ShouldBe((code, field, "M01"));
    }

    [Fact]
    public void what_the_notice_needs_and_the_folder_lacks_is_named()
    {
        var folder = InventedPerson.Folder();
        folder.Facts.Purposes.Clear();

        var refusal = LetterBodies.Make("M01", folder, null, Notify).Refusal.ShouldNotBeNull();

        (refusal.Code, refusal.Values["field"]).ShouldBe(("REF-2306", "purposes"));
    }

    [Fact]
    public void the_name_a_buyer_gave_and_the_ethnic_group_need_their_own_consent()
    {
        var without = LetterBodies.Make("M03", InventedPerson.Folder(), null, Notify).Outcome;
        var with = LetterBodies.Make("M03", InventedPerson.Folder(), null, [.. Notify, "SHARE_CASE_FOLDER"])
            .Outcome;

        without.DataClass.ShouldBe("P2");
        without.LeftOut.ShouldContain(("other_names", "REF-2102"));
        without.LeftOut.ShouldContain(("ethnicity_language_group", "REF-2102"));
        without.Fields.ShouldContain("name_variants");
        with.Fields.ShouldContain("other_names");
        with.DataClass.ShouldBe("P3");
        LetterBodies.Make("M03", InventedPerson.Folder(), ["other_names"], Notify)
            .Refusal!.Code.ShouldBe("REF-2102");
    }

    [Fact]
    public void of_the_relatives_only_the_parents_names_go_into_the_request()
    {
        var request = Made("M03").Letter.NationalityVerificationRequested;

        request.Parents.ShouldHaveSingleItem().AsWritten.ShouldBe("แม่สมมติ");
        request.ToString().ShouldNotContain("000-INVENTED");
    }

    [Fact]
    public void letters_that_go_together_each_take_their_own_row()
    {
        var all = LetterBodies.MakeTogether(["M01", "M05"], InventedPerson.Folder(), [], Notify).Outcome;
        var never =
            LetterBodies.MakeTogether(["M01", "M05"], InventedPerson.Folder(), ["sex", "account"], Notify);

        all[0].Fields.ShouldBe(Made("M01").Fields);
        all[1].Fields.ShouldBe(["place_origin", "relatives", "description_for_tracing"]);
        never.Refusal!.Values["field"].ShouldBe("account");
    }

    [Fact]
    public void fields_asked_for_one_letter_never_let_the_other_carry_all_of_its_own()
    {
        var folder = InventedPerson.Folder();
        var needed = InventedPerson.NeededForNotice;

        var one = LetterBodies.MakeTogether(["M01", "M05"], folder, needed, Notify);
        var both = LetterBodies.MakeTogether(
            ["M01", "M05"], folder, [.. needed, "place_origin"], Notify).Outcome;

        one.Refusal!.Code.ShouldBe("REF-2306");
        both[1].Fields.ShouldBe(["place_origin"]);
    }

    private static PreparedBody Made(string kind) =>
        LetterBodies.Make(kind, InventedPerson.Folder(), null, Notify).Outcome;
}
