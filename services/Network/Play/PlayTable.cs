using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>One case on the table: the file, both doors, and where the play stands.</summary>
internal sealed class PlayTable(CaseFile file, Door host, Door origin, PlaySettings settings) : IDisposable
{
    public CaseFile File => file;

    public Door Host => host;

    public Door Origin => origin;

    public PlaySettings Settings => settings;

    public PlayReport Report { get; } = new();

    /// <summary>
    /// Post of the origin to which the first letter was addressed; its desk reads and acknowledges.
    /// </summary>
    public string? AddressedPost { get; set; }

    /// <summary>Whether the competent authority's approval of a release is on record.</summary>
    public bool ReleaseApproved { get; set; }

    /// <summary>The number under which a side knows the case.</summary>
    public string CaseAt(Door door) => door == host ? Report.HostCase! : Report.Referral!;

    public Door DoorOf(string side) => side == file.Host ? host : origin;

    public Door OtherThan(Door door) => door == host ? origin : host;

    public void Tell(CaseEvent one, Officer officer, string what) =>
        settings.Tell($"{one.Date}  {officer.Country}  {what}, by {officer}");

    public static string NewCommand() => Guid.CreateVersion7().ToString();

    public void Dispose()
    {
        host.Dispose();
        origin.Dispose();
    }
}
