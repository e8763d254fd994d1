using System.Globalization;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>
/// Where the next page begins: the moment of the last row shown, and how many rows of that very moment were
/// shown. Rows that come meanwhile move nothing, and no page is counted through from the front.
/// </summary>
internal readonly record struct PagePlace(DateTimeOffset At, int Skip)
{
    /// <summary>Rows a page, 1 to 200.</summary>
    public const int RowsMax = 200;

    private const int RowsUsual = 50;

    /// <param name="asked">Rows that the caller asks for; 0 for the usual 50.</param>
    public static int Size(uint asked) => asked == 0 ? RowsUsual : (int)Math.Min(asked, RowsMax);

    public static Decision<PagePlace> Read(CallerTokens tokens, Caller caller, string what, string token)
    {
        var opened = tokens.Open(caller, what, "page_token", token);
        if (opened.Refused)
        {
            return opened.Refusal;
        }

        return opened.Outcome.Split(' ') is [var ticks, var skip]
            ? new PagePlace(new DateTimeOffset(Number(ticks), TimeSpan.Zero), (int)Number(skip))
            : new PagePlace(DateTimeOffset.MinValue, 0);
    }

    /// <summary>The place after these rows, given by their moments in order.</summary>
    public PagePlace After(IReadOnlyList<DateTimeOffset> shown)
    {
        var last = shown[^1];
        var same = shown.Count(at => at == last);
        return new(last, last == At ? Skip + same : same);
    }

    public string Seal(CallerTokens tokens, Caller caller, string what) => tokens.Seal(
        caller, what, string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks} {Skip}"));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
