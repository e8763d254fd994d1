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

/// <summary>One with nothing beside it: the memory measured is that of all tests that run.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAtTheDoor : ICollectionFixture<RunningGateways>
{
    public const string Name = "running gateways, measured at the door";
}

/// <summary>Tests in which letters cross share another.</summary>
[CollectionDefinition(Name)]
public sealed class AcrossTheBorder : ICollectionFixture<RunningGateways>
{
    public const string Name = "running gateways, across the border";
}
