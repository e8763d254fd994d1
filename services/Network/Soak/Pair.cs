using Referral.Contracts.Agreements;
using Referral.Network.Cases;

namespace Referral.Network.Soak;

/// <summary>A host and an origin between whom letters may cross.</summary>
internal sealed record Pair(string Host, string Origin)
{
    private const string Sample = "C1";
    private const string FirstLetter = "M01";

    /// <summary>Every ordered pair; for some two persons have to operate an agreement first.</summary>
    public static IReadOnlyList<Pair> All { get; } =
        [.. from host in Members.Codes
            from origin in Members.Codes
            where host != origin
            select new Pair(host, origin)];

    /// <summary>
    /// The agreement that is not operated as shipped and without which no first letter may cross; null where
    /// one is operated.
    /// </summary>
    public Instrument? ToOperate
    {
        get
        {
            var carrying = InstrumentBook.Shipped.Between(Host, Origin).Where(i => i.Carries(FirstLetter))
                .ToList();
            return carrying.Exists(i => i.Operated) ? null : carrying[0];
        }
    }

    /// <summary>
    /// The sample case between these two, up to the officer who verifies nationality. Where the host's law
    /// leads through the ministry, the note is recorded before the first letter.
    /// </summary>
    public CaseFile Opening()
    {
        var sample = CaseLibrary.Sample(Sample);
        var events = sample.Events.TakeWhile(one => one.Event != "VerificationResult")
            .SelectMany(one => one.Event == "NoticeReleased" && ThroughMinistry
                ? [one with { Event = "RoutedViaMFA", Msg = null }, one]
                : new[] { one })
            .Select(one => one with { Side = one.Side == sample.Host ? Host : Origin });
        return sample with { Host = Host, Origin = Origin, Events = [.. events] };
    }

    public override string ToString() => $"{Host}-{Origin}";

    private bool ThroughMinistry => Members.Of(Host).Routes.Any(route => route.ThroughMinistry);
}
