using Referral.Gateway.Storage;

namespace Referral.Journeys.Servers;

/// <summary>A PostgreSQL of this test run alone; it keeps port and data when it is stopped.</summary>
internal interface IDatabaseServer : IAsyncDisposable
{
    /// <summary>Makes the two databases of one gateway.</summary>
    Task<PostgresDatabases> Make(string name);

    /// <summary>Stops at once, as a power cut would: what was committed must be there after.</summary>
    Task StopAtOnce();

    /// <summary>Brings it back; returns when it serves.</summary>
    Task Up();
}
