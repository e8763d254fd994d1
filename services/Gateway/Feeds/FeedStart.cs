using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Feeds;

/// <summary>
/// Where to begin in the journal: now, or at a moment. The checkpoints tell how far it had come then; entries
/// have no column for their time.
/// </summary>
internal sealed class FeedStart(Steps steps, FeedTail tail)
{
    /// <summary>The row before the first that may be told; null = from now on.</summary>
    public async Task<long> Row(DateTimeOffset? from)
    {
        while (tail.Head < 0)
        {
            // The gateway has just been started: its journal is being looked at for the first time.
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        return from is not { } moment ? tail.Head : await steps.Read(async step =>
            await step.Db.Checkpoints.AsNoTracking().Where(c => c.At < moment)
                .MaxAsync(c => (long?)c.LastRow) ?? 0);
    }
}
