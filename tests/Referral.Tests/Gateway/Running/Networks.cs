using Xunit;

namespace Referral.Tests.Gateway.Running;

/// <summary>
/// Desk tests share one network: they take turns, and what is refused leaves no trace in it.
/// </summary>
[CollectionDefinition(Name)]
public sealed class AtTheDesk : ICollectionFixture<RunningGateways>
{
    public const string Name = "running gateways, at the desk";
}

/// <summary>Tests in which letters cross share another.</summary>
[CollectionDefinition(Name)]
public sealed class AcrossTheBorder : ICollectionFixture<RunningGateways>
{
    public const string Name = "running gateways, across the border";
}
