using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Referral.Cli.OneCase;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.Door;
using Referral.Gateway.Repatriation;
using Referral.Tests.Gateway.Running;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>Whatever stands in a place, the door's converters give a value or a refusal, never a fault.
/// </summary>
[Collection(AtTheDesk.Name)]
public class When_anything_at_all_is_typed(RunningGateways gateways)
{
    private static readonly Caller One = new("invented.one", "TH-HOME", ["DO"], "th");
    private static readonly DateOnly Today = new(2026, 11, 26);

    private CallerTokens Tokens => gateways.Host("TH").Services.GetRequiredService<CallerTokens>();

    [Property(MaxTest = 500)]
    public bool a_language_is_one_of_ours_or_none(string? header) =>
        AcceptLanguage.First(header) is null or "lo" or "th" or "zh" or "vi" or "en";

    [Property(MaxTest = 1000)]
    public bool a_day_is_a_day_of_our_time_or_refused(string? text)
    {
        var read = HappenedOn.Read(text ?? "", Today);
        return read.Refused ? read.Refusal.Code == "REF-2303"
            : DateOnly.TryParseExact(read.Outcome, "yyyy-MM-dd", out var day)
                && day.Year >= HappenedOn.YearMin && day <= Today.AddDays(1);
    }

    [Property(MaxTest = 1000)]
    public bool a_day_of_any_calendar_is_one_of_our_time_or_refused(DateTime any) =>
        a_day_is_a_day_of_our_time_or_refused(any.ToString("yyyy-MM-dd", null))
        && a_day_is_a_day_of_our_time_or_refused($"{any.Year + 543}-{any:MM-dd}");

    [Property(MaxTest = 500)]
    public bool a_case_is_told_on_only_in_the_form_of_a_number(string? name)
    {
        var told = CaseNames.In(new GetCaseRequest { Case = name ?? "" });
        return told.Length == 0 || told == "-" || told.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    [Property(MaxTest = 500)]
    public bool a_name_goes_there_and_back(string? number) => number is null
        || CaseNames.Number(CaseNames.Of(number)) == number;

    [Property(MaxTest = 300)]
    public bool a_place_is_read_back_by_its_caller_alone(string? place, string? other)
    {
        // Half a character does not go into bytes and back.
        if (place is null || place.Any(char.IsSurrogate)) return true;
        var token = Tokens.Seal(One, "list", place);
        return Tokens.Open(One, "list", "page_token", token).Outcome == place
            && Tokens.Open(One with { Account = "invented.two" }, "list", "page_token", token).Refused
            && Tokens.Open(One, "tray", "page_token", token).Refused
            && (other is null or "" || other == token
                || Tokens.Open(One, "list", "page_token", other).Refused);
    }

    [Property(MaxTest = 300)]
    public bool one_changed_letter_of_a_token_is_refused(byte at, byte to)
    {
        var token = Tokens.Seal(One, "list", "2026").ToCharArray();
        var (place, was) = (at % (token.Length - 1), token[at % (token.Length - 1)]);
        token[place] = (char)('A' + (to % 26));
        return token[place] == was || Tokens.Open(One, "list", "page_token", new string(token)).Refused;
    }

    [Property(MaxTest = 500)]
    public bool words_become_a_section_or_a_refusal(string? field, string? value) =>
        SectionWords.OfPairs([$"person.{field}={value}"]) is { Given: not null } or { No.Code: "REF-3207" };

    [Property(MaxTest = 500)]
    public bool json_becomes_a_section_or_a_refusal(string? text) =>
        SectionWords.OfJson($"{{\"person\": {{\"sex\": \"{text}\"}}}}", [])
            is { Given: not null } or { No.Code: "REF-3207" };
}
