using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>Entries of the access journal, newest first, of one case or of all.</summary>
internal static class AccessLogView
{
    private const string What = "access";

    /// <summary>Entries looked through for one page at most, when one case is asked for.</summary>
    private const int LookedThroughMax = 20_000;

    public static async Task<Decision<AccessLog>> Of(
        Step step, ListAccessRequest request, Caller caller, CallerTokens tokens)
    {
        var size = PagePlace.Size(request.PageSize);
        var place = tokens.Open(caller, What + request.Case, "page_token", request.PageToken);
        if (place.Refused)
        {
            return place.Refusal;
        }

        var below = place.Outcome.Length == 0
            ? long.MaxValue : long.Parse(place.Outcome, CultureInfo.InvariantCulture);
        var number = CaseNames.Number(request.Case);
        var log = new AccessLog();
        var last = below;
        await foreach (var (at, text) in Entries(step, below))
        {
            last = at;
            if (Entry(at, text) is var entry && (number.Length == 0 || entry.Case == number))
            {
                log.Entries.Add(entry);
            }

            if (log.Entries.Count == size)
            {
                break;
            }
        }

        log.NextPageToken = last == below || last == 1 ? ""
            : tokens.Seal(caller, What + request.Case, Step.Text(last));
        return log;
    }

    private static async IAsyncEnumerable<(long Number, byte[] Text)> Entries(Step step, long below)
    {
        await foreach (var row in step.Db.Journal.AsNoTracking()
            .Where(e => e.Chain == AccessJournal.Chain && e.Number < below)
            .OrderByDescending(e => e.Number).Take(LookedThroughMax)
            .Select(e => new { e.Number, e.Text }).AsAsyncEnumerable())
        {
            yield return (row.Number, row.Text);
        }
    }

    private static AccessEntry Entry(long number, byte[] text)
    {
        using var json = JsonDocument.Parse(text);
        string Value(string name) =>
            json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
        return new AccessEntry
        {
            Number = (ulong)number,
            At = Timestamp.FromDateTimeOffset(json.RootElement.GetProperty("at").GetDateTimeOffset()),
            Kind = Value("kind"),
            Call = Value("call"),
            Account = Value("account"),
            Post = Value("post"),
            Roles = Value("roles"),
            Case = Value("case"),
            Text = Value("text"),
            Code = Value("code"),
        };
    }
}
