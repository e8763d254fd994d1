using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Access;

/// <summary>
/// Whether a caller may open one case: its post is known and accredited, not excluded, and the case is its
/// own where it reads only its own. Broken glass stands for all of these but the exclusion.
/// </summary>
internal static class OpenCase
{
    /// <param name="step">The step that looks.</param>
    /// <param name="row">The case.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="reads">Reading, not a command: a role that reads only its own reads no other's.</param>
    /// <returns>The caller, with the glass broken where it is; null where the case stays shut.</returns>
    public static async Task<Caller?> By(Step step, CaseRow row, Caller caller, bool reads)
    {
        var exceptions = await step.Exceptions(row);
        if (exceptions.Excludes(caller.Post))
        {
            return null;
        }

        // Emergency access is for looking: a command needs the right seat.
        if (reads && exceptions.LetsIn(caller.Account, step.Now)
            && step.Identity.Country.Posts.Any(p => p.Id == caller.Post))
        {
            return caller with { Glass = true };
        }

        return WhoMay.Open(caller, step.Identity.Country, row.Other) is null
            && (!reads || await OwnCases.May(step, row, caller)) ? caller : null;
    }

    /// <summary>
    /// Whether a caller may read a case whose exceptions are at hand; null where its journal has to be asked,
    /// as <see cref="By"/> does.
    /// </summary>
    public static bool? Known(
        Exceptions exceptions, CaseRow row, Caller caller, Country country, DateTimeOffset now) =>
        exceptions.Excludes(caller.Post) ? false
        : exceptions.LetsIn(caller.Account, now) ? null
        : WhoMay.Open(caller, country, row.Other) is not null ? false
        : OwnCases.ReadsAll(caller) ? true : null;
}
