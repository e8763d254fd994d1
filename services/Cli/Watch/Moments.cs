using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Referral.Cli.Watch;

/// <summary>Moments as an operator reads them.</summary>
internal static class Moments
{
    /// <summary>UTC to the second; a dash for none.</summary>
    public static string Of(Timestamp? moment) => moment is null
        ? "-" : moment.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
