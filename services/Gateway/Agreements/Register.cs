using Referral.Contracts.Agreements;

namespace Referral.Gateway.Agreements;

/// <summary>One turn of an agreement's switch in this gateway. Never changed: a later turn stands after
/// it.</summary>
/// <param name="Instrument">Id of the agreement.</param>
/// <param name="Operated">Letters may travel under it from then on, or may not.</param>
/// <param name="Since">First moment at which it holds, included.</param>
/// <param name="SetBy">Officer who turned it.</param>
/// <param name="ConfirmedBy">Second officer; one of the two is of the ministry of foreign affairs.</param>
/// <param name="Status">Legal status confirmed with it, a code of list instrument_status; null =
/// unchanged.</param>
internal sealed record SwitchEntry(
    string Instrument, bool Operated, DateTimeOffset Since, string SetBy, string ConfirmedBy,
    string? Status = null);

/// <summary>
/// What this gateway operates, at any moment of the past too: a letter is judged by the moment it was
/// written. The shipped switch holds until a newer entry. An entry that one person alone made does not count.
/// Only IN_FORCE and SIGNED_NOT_CONFIRMED may be operated. Source of the rule: the project's legal survey
/// (mark P).
/// </summary>
internal sealed record Register(IReadOnlyList<SwitchEntry> Switches)
{
    public static Register AsShipped { get; } = new([]);

    public bool OperatedAt(Instrument instrument, DateTimeOffset at)
    {
        var turned = Until(instrument, at).LastOrDefault()?.Operated ?? instrument.Operated;
        var status = StatusAt(instrument, at);
        return turned && (status is InstrumentStatus.InForce or InstrumentStatus.SignedNotConfirmed);
    }

    /// <summary>The legal status as far as this gateway knew it then.</summary>
    public string StatusAt(Instrument instrument, DateTimeOffset at) =>
        Until(instrument, at).LastOrDefault(s => s.Status is not null)?.Status ?? instrument.Status;

    private IEnumerable<SwitchEntry> Until(Instrument instrument, DateTimeOffset at) =>
        Switches.Where(s => s.Instrument == instrument.Id && s.Since <= at && s.SetBy != s.ConfirmedBy)
            .OrderBy(s => s.Since);
}

/// <summary>Codes of list instrument_status that steer whether an agreement may be operated.</summary>
internal static class InstrumentStatus
{
    public const string InForce = "IN_FORCE";
    public const string SignedNotConfirmed = "SIGNED_NOT_CONFIRMED";
}
