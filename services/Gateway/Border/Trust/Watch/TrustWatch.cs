using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// Looks each minute for a newer list, takes it, follows it with our signing key, and has signed again what a
/// revoked key of ours had signed. A country that is new on the list is sent to after the next start: its
/// letterbox is a setting.
/// </summary>
internal sealed class TrustWatch(
    Steps steps, GatewayIdentity identity, TimeProvider clock, ILogger<TrustWatch> log) : BackgroundService
{
    /// <summary>Seconds between two looks: 60.</summary>
    private const int LookSeconds = 60;

    private readonly HeldTrust _held = new(identity.Settings.DataFolder);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private DateOnly _warned;
    private string _resigned = "";

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything is sent: what was signed with a key revoked meanwhile would be refused abroad.
        await Look();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(LookSeconds), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookSafely(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped between two looks.
        }
    }

    /// <summary>One look. What is refused stays refused until the file changes; it is said once.</summary>
    internal async Task Look()
    {
        var now = clock.GetUtcNow();
        var offered = _held.Offered(now);
        if (offered.Refused && _said.Add(offered.Refusal.ToString()))
            log.ListRefused(offered.Refusal.Code, identity.Trust.Version);
        if (!offered.Refused && offered.Outcome.Latest.Version > _held.HeldVersion)
            await Take(offered.Outcome);
        GatewayKeys.TakeUp(identity.Settings.DataFolder, identity.Code, identity.Keys);
        if (identity.Keys.Follow(identity.Trust, now))
            log.SigningKeyChanged(identity.Keys.Signing.Kid);
        await ResignOnce();
        Warn(now);
    }

    // Once for each set of revoked keys: what is written later is signed with another key.
    private async Task ResignOnce()
    {
        var state = string.Join(' ', Resign.Revoked(identity).Order(StringComparer.Ordinal)
            .Append(identity.Keys.Signing.Kid));
        if (state == _resigned)
            return;
        var count = await Resign.All(steps, identity);
        _resigned = state;
        if (count > 0)
            log.LettersResigned(count);
    }

    private async Task Take(SignedTrust list)
    {
        await steps.Always(async step =>
        {
            await step.JournalBorder("trust-list-taken", ("version", Step.Text(list.Latest.Version)),
                ("trust_sha256", list.Versions[^1].Sha256));
            return 0;
        });
        // Journalled first: a crash between the two is followed by a second entry, never by none.
        _held.Hold(list);
        identity.Holder.Swap(list.List);
        _said.Clear();
        log.ListTaken(list.Latest.Version, list.Latest.Members.Count, list.Fingerprint);
    }

    private async Task LookSafely(CancellationToken stopping)
    {
        try
        {
            await Look();
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // The list in force stays in force.
            log.LookFaulted(fault.GetType().Name);
        }
    }

    private void Warn(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today == _warned || identity.Trust.Signed is not { } signed)
            return;
        _warned = today;
        foreach (var one in ExpiryWarnings.Of(signed.Latest, now))
            if (one.Days == 0)
                log.HasRunOut(one.What, one.Country, one.Kid, one.Until);
            else
                log.RunsOut(one.What, one.Country, one.Kid, one.Days, one.Until);
    }
}
