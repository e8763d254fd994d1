using System.Text;
using System.Text.Json.Nodes;
using Referral.Network.Cases;
using Shouldly;
using Xunit;

namespace Referral.Tests.Network.Cases;

public class When_a_case_file_is_bad
{
    [Fact]
    public void a_text_that_is_not_json_is_named_with_its_line()
    {
        var text = CaseTexts.Changed("C1", _ => { }).Replace("\"synthetic\": true,", "\"synthetic\": yes,");

        var problem = CaseTexts.Read(text).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("REF-3001");
        problem.Line.ShouldBe(CaseTexts.LineOf(text, "yes,"));
    }

    [Fact]
    public void bytes_that_are_not_utf8_are_named_with_their_line()
    {
        var bytes = Encoding.UTF8.GetBytes("{\n \"id\": \"C1\",\n \"title\": \"?\"\n}");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;

        var problem = CaseReader.Read(bytes).Problems.ShouldHaveSingleItem();

        problem.Line.ShouldBe(3);
        problem.Rule.ShouldContain("UTF-8");
    }

    [Fact]
    public void a_member_written_twice_is_named_at_its_second_place()
    {
        var text = CaseTexts.Changed("C1", _ => { })
            .Replace(" \"synthetic\": true,", " \"synthetic\": true,\n \"host\": \"VN\",");

        var problem = CaseTexts.Read(text).Problems.ShouldHaveSingleItem();

        problem.Field.ShouldBe("/host");
        problem.Line.ShouldBe(CaseTexts.LineOf(text, "\"host\": \"VN\""));
    }

    [Fact]
    public void a_missing_member_an_unknown_one_and_a_wrong_code_are_all_named_at_once()
    {
        var text = CaseTexts.Changed("C1", file =>
        {
            file["person"]!.AsObject().Remove("sex");
            file["person"]!["shoe_size"] = 38;
            file["facts"]!["sector"] = "CIRCUS";
        });

        var reading = CaseTexts.Read(text);

        reading.Case.ShouldBeNull();
        reading.Problems.Select(p => p.Code).Distinct().ShouldBe(["REF-3001"]);
        reading.Problems.ShouldContain(p => p.Field == "/person" && p.Rule.Contains("sex"));
        reading.Problems.ShouldContain(p =>
            p.Field == "/person/shoe_size" && p.Line == CaseTexts.LineOf(text, "shoe_size"));
        reading.Problems.ShouldContain(p =>
            p.Field == "/facts/sector" && p.Line == CaseTexts.LineOf(text, "\"CIRCUS\""));
    }

    [Fact]
    public void a_file_that_is_too_large_is_refused_before_it_is_read() =>
        CaseReader.Read(new byte[CaseReader.FileBytesMax + 1]).Problems.ShouldHaveSingleItem()
            .Rule.ShouldContain("33554432");

    [Fact]
    public void ten_megabytes_of_account_are_left_to_the_gateway() =>
        CaseTexts.ReadChanged("C1", file =>
            file["facts"]!["account"]!["text"] = new string('x', 10 * 1024 * 1024))
            .Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("null")]
    public void what_is_no_object_is_refused(string text) => CaseTexts.Read(text).Case.ShouldBeNull();

    [Fact]
    public void a_case_to_itself_is_refused() =>
        CaseTexts.ReadChanged("C1", file => file["origin"] = file["host"]!.GetValue<string>())
            .Problems.ShouldContain(p => p.Code == "REF-3002" && p.Field == "/origin");

    [Fact]
    public void a_reference_without_its_check_character_is_refused()
    {
        var problem = CaseTexts.ReadChanged("C1", file => file["ref"] = "RC-TH-LA-2025-000101-X")
            .Problems.ShouldHaveSingleItem();

        problem.ShouldBe(new(3, "/ref", "REF-3004",
            "The reference must end in its check character N (ISO 7064 MOD 37,36)."));
    }

    [Fact]
    public void a_day_that_no_calendar_has_and_one_that_goes_back_are_refused_with_their_lines()
    {
        var text = CaseTexts.Changed("C1", file =>
        {
            file.Event(1)["date"] = "2025-02-30";
            file.Event(3)["date"] = "2025-07-01";
        });

        var problems = CaseTexts.Read(text).Problems;

        problems.Select(p => (p.Code, p.Field)).ShouldBe(
            [("REF-3001", "/events/1/date"), ("REF-3003", "/events/3/date")]);
        problems[0].Line.ShouldBe(CaseTexts.LineOf(text, "2025-02-30"));
        problems[1].Line.ShouldBe(CaseTexts.LineOf(text, "2025-07-01"));
    }

    [Fact]
    public void a_birth_date_that_its_calendar_does_not_have_is_refused() =>
        CaseTexts.ReadChanged("C1", file => file["person"]!["birth"]!["value"] = "2004-13-01")
            .Problems.ShouldContain(p => p.Code == "REF-3001" && p.Field == "/person/birth/value");

    [Fact]
    public void a_birth_date_that_disagrees_with_what_is_written_is_refused() =>
        CaseTexts.ReadChanged("C1", file => file["person"]!["birth"]!["value"] = "2005-08-17")
            .Problems.ShouldContain(p => p.Code == "REF-3001" && p.Field == "/person/birth/value");

    [Fact]
    public void a_notice_without_consent_is_refused_at_its_event()
    {
        var text = CaseTexts.Changed("C1", file => file["events"]!.AsArray().RemoveAt(4));

        var problem = CaseTexts.Read(text).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("REF-3005");
        problem.Rule.ShouldBe("NoticeReleased is not allowed while the host is in stage ConsentPending.");
        problem.Line.ShouldBe(CaseTexts.LineOf(text, "\"NoticeReleased\""));
    }

    [Fact]
    public void a_letter_that_the_event_does_not_send_is_refused() =>
        CaseTexts.ReadChanged("C1", file => file.Event(5)["msg"] = "M01,M09")
            .Problems.ShouldContain(p =>
                p.Field == "/events/5/msg" && p.Rule == "NoticeReleased does not send M09.");

    [Fact]
    public void an_answer_without_its_outcome_is_refused() =>
        CaseTexts.ReadChanged("C1", file => file.Event(8).Remove("outcome"))
            .Problems.ShouldContain(p => p.Field == "/events/8/outcome" && p.Code == "REF-3005");

    [Fact]
    public void an_event_on_the_wrong_side_is_refused() =>
        CaseTexts.ReadChanged("C1", file => file.Event(2)["side"] = "LA")
            .Problems.ShouldContain(p => p.Field == "/events/2/side" && p.Code == "REF-3001");

    [Fact]
    public void a_hold_that_an_event_sets_is_left_to_the_gateway() =>
        CaseTexts.ReadChanged("C1", file => file.Event(3)["hold"] = "PROTECTION").Problems.ShouldBeEmpty();

    [Fact]
    public void nothing_the_file_says_of_the_person_is_repeated() =>
        CaseTexts.ReadChanged("C1", file => file["person"]!["name"]!["script"] = new JsonArray("นามสมมุติ"))
            .Problems.ShouldAllBe(p => !p.Rule.Contains("นามสมมุติ"));
}
