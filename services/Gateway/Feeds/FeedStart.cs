using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Feeds;

/// <summary>
/// Where to begin in the journal: now, or at a moment. Entries have no column for their time; the checkpoints
/// tell about how far the journal had come then, and from there it is read.
/// </summary>
internal sealed class FeedStart(Steps steps, FeedTail tail)
{
    /// <summary>Rows of one look.</summary>
    private const int LookMax = 500;

    // A checkpoint has the time at which its step began. Until its turn came others wrote, and a replica's
    // clock may be another's by seconds: what it covers may be younger than it is. A turn is waited for at
    // most as long as the database lets a statement wait, which is far less.
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A moment as the journal has them, to the millisecond: what happened within the one that was asked for
    /// is told. Refuses: REF-2009 what is no moment of the years 1 to 9999.
    /// </summary>
    public static Decision<DateTimeOffset> Moment(Timestamp from)
    {
        const int nanosMax = 999_999_999;
        if (from.Seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds()
            || from.Seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || from.Nanos is < 0 or > nanosMax)
        {
            return Refusal.Of(CaseFile.WriteSection.NotValid, ("field", "from"), ("rule", "a moment"));
        }

        var told = from.ToDateTimeOffset();
        return told.AddTicks(-(told.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>The row before the first that may be told; null = from now on.</summary>
    public Task<long> Row(DateTimeOffset? from) =>
        from is { } moment ? steps.Read(step => BeforeFirst(step, moment)) : tail.Last();

    // From there on an entry may be older than the moment, where two replicas wrote; none before is younger.
    private static async Task<long> BeforeFirst(Step step, DateTimeOffset moment)
    {
        var early = moment - DateTimeOffset.MinValue > Apart ? moment - Apart : moment;
        var row = await step.Db.Checkpoints.AsNoTracking().Where(c => c.At < early)
            .MaxAsync(c => (long?)c.LastRow) ?? 0;
        while (true)
        {
            var rows = await step.Db.Journal.AsNoTracking()
                .Where(e => e.Row > row && e.Chain.StartsWith(FeedEntry.CaseChains))
                .OrderBy(e => e.Row).Take(LookMax).ToListAsync();
            if (rows.Select(FeedEntry.Of).FirstOrDefault(e => e?.At >= moment) is { } first)
            {
                return first.Row - 1;
            }

            if (rows.Count == 0)
            {
                return row;
            }

            row = rows[^1].Row;
        }
    }
}
