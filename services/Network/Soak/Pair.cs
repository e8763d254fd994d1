using Referral.Contracts.Agreements;
using Referral.Network.Cases;

namespace Referral.Network.Soak;

/// <summary>A host and an origin between whom letters may cross.</summary>
internal sealed record Pair(string Host, string Origin)
{
    private const string Sample = "C1";
    private const string FirstLetter = "M01";

    /// <summary>Every ordered pair with an agreement that is operated as shipped.</summary>
    public static IReadOnlyList<Pair> Operated { get; } =
        [.. from host in Members.Codes
            from origin in Members.Codes
            where InstrumentBook.Shipped.Between(host, origin).Any(i => i.Operated && i.Carries(FirstLetter))
            select new Pair(host, origin)];

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
