using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Access;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Language.Matching;

namespace Referral.Gateway.Door;

/// <summary>
/// The gRPC service Search: for those who may read the person's name, among the cases their post may open.
/// Refuses: REF-2002, REF-2003, REF-2009.
/// </summary>
[Authorize]
internal sealed class SearchDoor(Steps steps, GatewayIdentity identity) : Contracts.Desk.Search.SearchBase
{
    private const string NameField = "name_native";
    private const int TextMax = 200, PageUsual = 10, PageMost = 20;

    public override async Task<SearchNamesAnswer> SearchNames(
        SearchNamesRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        if ((May(caller) ?? Badly(request)) is { } refusal)
        {
            throw RefusalStatus.Of(refusal, caller.Language);
        }

        var asked = new MatchPerson("", [request.Name], request.Born, request.Sex, request.Place);
        var most = request.PageSize == 0 ? PageUsual : (int)request.PageSize;
        var found = await steps.Read(step =>
            FindNames.Of(step, asked, most, row => MayOpen(step, row, caller)));
        await Enter(request, caller, found.Count);
        return new SearchNamesAnswer
        {
            Found = { found.Select(one => View(one.Case, one.Match, caller.Language)) },
        };
    }

    private Refusal? May(Caller caller)
    {
        if (identity.Country.Posts.All(p => p.Id != caller.Post))
        {
            return Refusal.Of(WhoMay.PostMayNot, ("post", caller.Post));
        }

        return caller.Roles.Any(role => NeedToKnow.Sees(role, NameField)) ? null
            : Refusal.Of(WhoMay.RoleMayNot, ("event", "-"), ("role", string.Join(' ', caller.Roles)));
    }

    // The same as for opening a case: what its post may not open it does not find.
    private static async Task<bool> MayOpen(Step step, CaseRow row, Caller caller) =>
        await OpenCase.By(step, row, caller, reads: true) is not null;

    private static Refusal? Badly(SearchNamesRequest request)
    {
        if (request.Name.Length is 0 or > TextMax || MatchKeys.Of(request.Name).Count == 0)
        {
            return NotValid("name", $"a name that can be read, at most {TextMax} characters");
        }

        return request.Born.Length > 0 && !IsDate(request.Born)
            ? NotValid("born", "yyyy, yyyy-MM or yyyy-MM-dd")
            : request.Sex.Length > 0 && !VocabularyBook.Shipped.Knows("sex", request.Sex)
                ? NotValid("sex", "code of list sex")
            : request.Place.Length > TextMax ? NotValid("place", $"at most {TextMax} characters")
            : request.PageSize > PageMost ? NotValid("page_size", $"1 to {PageMost}") : null;
    }

    private static bool IsDate(string text) => Language.Dates.Agrees("", Language.Calendar.Gregorian, text);

    private static Refusal NotValid(string field, string rule) =>
        Refusal.Of(WriteSection.NotValid, ("field", field), ("rule", rule));

    private Task<int> Enter(SearchNamesRequest request, Caller caller, int found) =>
        steps.Always(async step =>
        {
            await step.JournalBorder("names-searched", ("post", caller.Post),
                ("query_hmac", SearchHashes.OfQuery(identity.Keys.GatewayKey, request.Name)),
                ("found", Step.Text(found)));
            return 0;
        });

    private static FoundCase View(CaseRow row, MatchFound match, string language) => new()
    {
        Case = row.LocalNumber,
        Referral = row.Referral ?? "",
        Side = row.Side,
        Score = match.Score,
        Reasons = { match.Reasons.Select(reason => View(reason, language)) },
    };

    private static MatchReasonView View(MatchReason reason, string language) => new()
    {
        Topic = FieldViews.LabelOf("match_topic", reason.Topic.ToString().ToUpperInvariant(), language),
        Asked = reason.Asked,
        Held = reason.Held,
        Agreement = reason.Agreement,
        Share = reason.Weight,
        Because = FieldViews.LabelOf("match_because", reason.Because, language),
        Keys = { reason.Keys },
    };
}
